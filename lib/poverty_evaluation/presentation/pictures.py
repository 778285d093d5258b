"""Hình vẽ: SVG made safe to stand inside a page, and the rule that every picture has a text telling what it shows."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from poverty_evaluation.evaluation.blocks import Chart

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
ElementTree.register_namespace("", _SVG)
ElementTree.register_namespace("xlink", _XLINK)

_ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "defs",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "use",
        "clipPath",
        "pattern",
        "linearGradient",
        "radialGradient",
        "stop",
        "title",
        "desc",
        "marker",
        "mask",
        "symbol",
        "image",
    ]
)
_STYLE_PROPERTIES = frozenset(
    [
        "fill",
        "fill-opacity",
        "fill-rule",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "stroke-dashoffset",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-miterlimit",
        "stroke-opacity",
        "opacity",
        "font-family",
        "font-size",
        "font-style",
        "font-weight",
        "text-anchor",
        "dominant-baseline",
        "stop-color",
        "stop-opacity",
        "clip-path",
        "clip-rule",
    ]
)
_ATTRIBUTES = _STYLE_PROPERTIES | frozenset(
    [
        "id",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "dx",
        "dy",
        "d",
        "points",
        "width",
        "height",
        "viewBox",
        "transform",
        "version",
        "preserveAspectRatio",
        "patternUnits",
        "patternTransform",
        "patternContentUnits",
        "gradientUnits",
        "gradientTransform",
        "clipPathUnits",
        "offset",
        "markerWidth",
        "markerHeight",
        "refX",
        "refY",
        "orient",
        "href",
    ]
)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*>", re.IGNORECASE)
_LOCAL_URL = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)['\"]?\s*\)")
_PLAIN_DATA = re.compile(r"data:image/(png|jpeg);base64,[A-Za-z0-9+/=\s]*$")
_FONT_SHORTHAND = re.compile(
    r"^(?:(?P<style>italic|oblique)\s+)?(?:(?P<weight>bold|\d{3})\s+)?(?P<size>[\d.]+(?:px|pt)?)\s+(?P<family>.+)$"
)
_PLACEHOLDERS = (
    "no description has been provided for this image",
    "image",
    "picture",
    "chart",
    "figure",
    "hình",
    "hình ảnh",
    "biểu đồ",
    "todo",
    "alt",
)


class MissingAlternative(ValueError):
    """A picture without a text that says what it shows."""


class UnsafePicture(ValueError):
    """An SVG that cannot be read, or that declares entities."""


def alternative_of(chart: Chart) -> str:
    """The text of the picture. MissingAlternative when it is empty, a placeholder or only repeats the title."""
    text = chart.alternative.strip()
    plain = text.casefold().rstrip(".… ")
    if not plain or plain in _PLACEHOLDERS or plain in (chart.title.casefold().rstrip(". "), chart.label.casefold()):
        raise MissingAlternative(
            f"Hình {chart.id!r} thiếu lời mô tả. / Chart {chart.id!r} has no text that tells what it shows: {text!r}."
        )
    return text


def clean_svg(svg: str, prefix: str, title: str = "", description: str = "") -> str:
    """The SVG with nothing in it but drawing: no scripts, styles, links or foreign content; ids begin with `prefix`.

    What stood in `style=` becomes attributes, so that a strict Content-Security-Policy lets it be. With a title or
    description the picture is named for those who do not see it.
    """
    root = _parse(svg)
    used = _referenced(root)
    _clean(root, prefix, used)
    root.set("role", "img")
    root.attrib.setdefault("stroke-linejoin", "round")  # matplotlib says so in a style sheet, which is gone
    labels = [("title", title), ("desc", description)]
    for place, (name, text) in enumerate([(name, text) for name, text in labels if text]):
        label = ElementTree.Element(f"{{{_SVG}}}{name}", {"id": f"{prefix}-{name}"})
        label.text = text
        label.tail = "\n"
        root.insert(place, label)
    ids = " ".join(f"{prefix}-{name}" for name, text in labels if text)
    if ids:
        root.set("aria-labelledby", ids)
    return ElementTree.tostring(root, encoding="unicode")


def _parse(svg: str) -> ElementTree.Element:
    text = _DOCTYPE.sub("", svg, count=1)
    if "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        raise UnsafePicture("an SVG that declares entities is not shown")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise UnsafePicture(f"an SVG that is not well formed: {error}") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise UnsafePicture(f"not an SVG: {root.tag}")
    return root


def _local(name: str) -> str:
    return name.rsplit("}", 1)[-1]


def _referenced(root: ElementTree.Element) -> set[str]:
    used: set[str] = set()
    for element in root.iter():
        for name, value in element.attrib.items():
            used.update(_LOCAL_URL.findall(value))
            if _local(name) == "href" and value.startswith("#"):
                used.add(value[1:])
    return used


def _clean(element: ElementTree.Element, prefix: str, used: set[str]) -> None:
    """Keep known elements and attributes only; ids that nothing points at go."""
    kept: dict[str, str] = {}
    for name, value in element.attrib.items():
        if name == "style":
            kept.update(_declarations(value))
        elif _local(name) in _ATTRIBUTES:
            kept[name if _local(name) == "href" else _local(name)] = value
    element.attrib.clear()
    for name, value in kept.items():
        local = _local(name)
        if local == "id":
            if value in used:
                element.set("id", f"{prefix}-{value}")
        elif local == "href":
            if value.startswith("#"):
                element.set("href", f"#{prefix}-{value[1:]}")
            elif _PLAIN_DATA.match(value):
                element.set("href", value)
        elif "url(" in value:
            if _LOCAL_URL.fullmatch(value.strip()):
                element.set(name, _LOCAL_URL.sub(lambda match: f"url(#{prefix}-{match[1]})", value))
        else:
            element.set(name, value)
    for child in list(element):
        is_drawing = (
            isinstance(child.tag, str) and child.tag.startswith(f"{{{_SVG}}}") and _local(child.tag) in _ELEMENTS
        )
        if not is_drawing or _local(str(child.tag)) in ("title", "desc"):
            element.remove(child)
        else:
            _clean(child, prefix, used)


def _declarations(style: str) -> dict[str, str]:
    """Style declarations as presentation attributes; the `font` shorthand is taken apart."""
    attributes: dict[str, str] = {}
    for declaration in style.split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font" and (match := _FONT_SHORTHAND.match(value)):
            attributes["font-size"] = match["size"]
            attributes["font-family"] = match["family"]
            if match["weight"]:
                attributes["font-weight"] = match["weight"]
            if match["style"]:
                attributes["font-style"] = match["style"]
        elif name in _STYLE_PROPERTIES:
            attributes[name] = value
    return attributes
