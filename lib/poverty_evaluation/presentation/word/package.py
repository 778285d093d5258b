"""Gói tệp Word: the parts of a document in one zip file, always in the same order and with the same dates."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from poverty_evaluation.presentation.word.xml import DECLARATION, escaped

MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "/word/document.xml": f"{_WORD}.document.main+xml",
    "/word/styles.xml": f"{_WORD}.styles+xml",
    "/word/settings.xml": f"{_WORD}.settings+xml",
    "/word/numbering.xml": f"{_WORD}.numbering+xml",
    "/customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_STORED = (".png", ".jpeg")  # compressed already
#: The store of the list of numbers, the same in every document of ours.
_ITEM = "{6F1B2E0A-7C56-4C1B-9B6B-3E5B0F2D7A41}"


@dataclass(slots=True)
class Parts:
    """Headers, footers, pictures and links of a document, each with the id by which its text refers to it."""

    furniture: dict[str, str] = field(default_factory=dict)  # header1.xml → its XML
    pictures: dict[str, bytes] = field(default_factory=dict)  # image1.png → its bytes
    links: list[str] = field(default_factory=list)
    _relations: list[tuple[str, str, str, str]] = field(default_factory=list)

    def add_furniture(self, kind: str, xml: str) -> str:
        """A header or footer; the id of the same one where there is one already."""
        for name, known in self.furniture.items():
            if known == xml and name.startswith(kind):
                return next(relation[0] for relation in self._relations if relation[2] == name)
        name = f"{kind}{1 + sum(known.startswith(kind) for known in self.furniture)}.xml"
        self.furniture[name] = xml
        return self._relate(kind, name)

    def add_picture(self, content: bytes) -> str:
        ending = "png" if content.startswith(b"\x89PNG") else "jpeg"
        name = f"image{len(self.pictures) + 1}.{ending}"
        self.pictures[name] = content
        return self._relate("image", f"media/{name}")

    def add_link(self, target: str) -> str:
        self.links.append(target)
        return self._relate("hyperlink", target, ' TargetMode="External"')

    def relations(self) -> str:
        """The relations of the main part."""
        own = [("styles", "styles.xml"), ("settings", "settings.xml"), ("numbering", "numbering.xml")]
        fixed = [(f"rIdOwn{place}", kind, target, "") for place, (kind, target) in enumerate(own, 1)]
        fixed.append(("rIdNumbers", "customXml", "../customXml/item1.xml", ""))
        return _relations([*fixed, *self._relations])

    def _relate(self, kind: str, target: str, mode: str = "") -> str:
        name = f"rId{len(self._relations) + 1}"
        self._relations.append((name, kind, target, mode))
        return name


def package(parts: Parts, written: Mapping[str, str], title: str, language: str, moment: datetime) -> bytes:
    """The file. `written`: the XML of document, styles, settings and numbering; `item` the list of numbers."""
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _root_relations(),
        "word/document.xml": written["document"],
        "word/_rels/document.xml.rels": parts.relations(),
        "word/styles.xml": written["styles"],
        "word/settings.xml": written["settings"],
        "word/numbering.xml": written["numbering"],
        **{f"word/{name}": xml for name, xml in parts.furniture.items()},
        **{f"word/media/{name}": content for name, content in parts.pictures.items()},
        "customXml/item1.xml": written["item"],
        "customXml/_rels/item1.xml.rels": _relations([("rId1", "customXmlProps", "itemProps1.xml", "")]),
        "customXml/itemProps1.xml": _item_properties(written["namespace"]),
        "docProps/core.xml": _core(title, language, moment),
        "docProps/app.xml": _application(),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, _ZIP_DATE)
            member.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, content)
    return target.getvalue()


def _content_types(parts: Parts) -> str:
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        "png": "image/png",
        "jpeg": "image/jpeg",
    }
    overrides = dict(_TYPES)
    for name in parts.furniture:
        overrides[f"/word/{name}"] = f"{_WORD}.{'header' if name.startswith('header') else 'footer'}+xml"
    written = "".join(f'<Default Extension="{ending}" ContentType="{kind}"/>' for ending, kind in defaults.items())
    written += "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{written}</Types>'


def _root_relations() -> str:
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    return (
        f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{MAIN}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{core}" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{MAIN}/extended-properties" Target="docProps/app.xml"/></Relationships>'
    )


def _relations(relations: Sequence[tuple[str, str, str, str]]) -> str:
    written = "".join(
        f'<Relationship Id="{name}" Type="{MAIN}/{kind}" Target="{escaped(target)}"{mode}/>'
        for name, kind, target, mode in relations
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def _item_properties(namespace: str) -> str:
    return (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{_ITEM}" '
        'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
    )


def _core(title: str, language: str, moment: datetime) -> str:
    date = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(title)}</dc:title><dc:language>{language}</dc:language><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified></cp:coreProperties>'
    )


def _application() -> str:
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>poverty-evaluation</Application></Properties>"
    )
