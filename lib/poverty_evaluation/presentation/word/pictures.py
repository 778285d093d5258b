"""Hình trong tệp Word: drawings become pictures in our own fonts, each with the text that stands for it."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from poverty_evaluation.presentation import pictures
from poverty_evaluation.presentation.pdf import typesetting
from poverty_evaluation.presentation.word.xml import NAMESPACES, escaped

_DOTS_PER_INCH = 200
_EMU_PER_MM = 36000


def drawn(svgs: Sequence[str], widths_mm: Sequence[float]) -> list[bytes]:
    """The SVGs as PNGs of these widths."""
    if not svgs:
        return []
    pages = [
        f"#page(width: {width:.2f}mm)[#image(bytes({typesetting.literal(pictures.clean_svg(svg, f'p{place}'))}), "
        'format: "svg", width: 100%)]'
        for place, (svg, width) in enumerate(zip(svgs, widths_mm, strict=True))
    ]
    return typesetting.compile_pictures("#set page(height: auto, margin: 0pt)\n" + "\n".join(pages), _DOTS_PER_INCH)


def picture_xml(relation: str, number: int, alternative: str, width_mm: float, height_mm: float) -> str:
    """A run that holds a picture; screen readers say the alternative."""
    width, height = round(width_mm * _EMU_PER_MM), round(height_mm * _EMU_PER_MM)
    text = escaped(alternative)
    size = f'cx="{width}" cy="{height}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="{number}" name="picture-{number}" descr="{text}"/><wp:cNvGraphicFramePr>'
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="picture-{number}" descr="{text}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def fitted_mm(content: bytes, widest_mm: float, highest_mm: float) -> tuple[float, float]:
    """Width and height at which a PNG or JPEG fills the width without exceeding the height."""
    across, down = pixels(content)
    height = widest_mm * down / across
    return (widest_mm, height) if height <= highest_mm else (highest_mm * across / down, highest_mm)


def pixels(content: bytes) -> tuple[int, int]:
    """Width and height of a PNG or JPEG. ValueError for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        across, down = struct.unpack(">II", content[16:24])
        return int(across), int(down)
    place = 2
    while content.startswith(b"\xff\xd8") and place + 9 <= len(content):
        marker, length = content[place + 1], int.from_bytes(content[place + 2 : place + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return int.from_bytes(content[place + 7 : place + 9], "big"), int.from_bytes(
                content[place + 5 : place + 7], "big"
            )
        place += 2 + length
    raise ValueError("a picture that is neither a PNG nor a JPEG")
