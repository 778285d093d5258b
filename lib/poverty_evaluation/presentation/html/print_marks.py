"""Bản in từ trình duyệt: what stands on every printed sheet of the page, as CSS of its document."""

from __future__ import annotations

from poverty_evaluation.evaluation.blocks import Document

_SERIF = '"Times New Roman", "Liberation Serif", serif'


def print_style(document: Document) -> str:
    """The marks of a draft and of invented data, and the page number where the document's layout has it."""
    head = document.letterhead
    rules = []
    if head.draft_mark:  # the first sheet shows it in its head
        rules.append(f"@page {{ @top-right {{ content: {css_string(head.draft_mark)}; font: bold 11pt {_SERIF}; }} }}")
        rules.append("@page :first { @top-right { content: none; } }")
    if head.invented_mark:
        rules.append(
            f"@page {{ @bottom-center {{ content: {css_string(head.invented_mark)}; font: bold 10pt {_SERIF}; }} }}"
        )
    if document.style_profile.startswith("tt01"):  # Thông tư 01/2011: at the right of the foot
        rules.append("@page { @top-center { content: none; } }")
        rules.append(f"@page {{ @bottom-right {{ content: counter(page); font: 13pt {_SERIF}; }} }}")
        rules.append("@page :first { @bottom-right { content: none; } }")
    return "".join(f"{rule}\n" for rule in rules)


def css_string(text: str) -> str:
    """A CSS string that ends neither itself nor the style element it stands in."""
    kept = (
        character if character.isalnum() or character in " .,;:-()" else f"\\{ord(character):x} " for character in text
    )
    return f'"{"".join(kept)}"'
