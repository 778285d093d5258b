"""Liệt kê: the things that an enumeration of a sentence names, counted at least and at most."""

from __future__ import annotations

import re
from dataclasses import dataclass

from poverty_evaluation.audit.lexicon import words

#: Names of offices that hold a comma or "và" of their own.
_OFFICES = re.compile(
    r"(?<!\w)(?:tài nguyên(?: -|,)? và môi trường|tài nguyên, môi trường|nông nghiệp(?: và|,|"
    r" -) (?:phát triển nông thôn|môi trường)|"
    r"lao động(?: -|,) thương binh(?: và| -|,) xã hội|lao động, (?:việc làm|người có công) và xã hội|"
    r"kế hoạch và đầu tư|"
    r"giáo dục(?: và| -|,) đào tạo|khoa học(?: và|,) công nghệ|văn hoá?a?(?:,| -|,? và) thể thao(?:,| và|"
    r" -)? (?:và )?du lịch|"
    r"văn hoá(?: và|,| -) thông tin|văn hoá, khoa học và thông tin|văn hoá(?: và|,) thể thao|"
    r"thông tin và truyền thông|"
    r"kinh tế(?: và| -) hạ tầng|tài chính(?: và| -) kế hoạch|dân tộc và tôn giáo|nội vụ và lao động|"
    r"trồng trọt và bảo vệ thực vật|"
    r"chăn nuôi và thú y|chăn nuôi, thú y và thuỷ sản|tiết kiệm và vay vốn|"
    r"phòng cháy,? (?:và )?chữa cháy(?: và cứu nạn,? cứu hộ)?|xây dựng và phát triển|"
    r"an toàn vệ sinh thực phẩm và môi trường|"
    r"phòng,? chống thiên tai và tìm kiếm cứu nạn|đầu tư và phát triển|nông nghiệp và phát triển|"
    r"công nghiệp và thương mại|"
    r"y tế, dân số và trẻ em|hội nhập và phát triển|dịch vụ và thương mại|bưu chính và viễn thông)(?!\w)"
)
_SEPARATOR = re.compile(r"[(),;\"“”\[\]]|(?<=\s)(?:và|&|cùng)(?=\s)")
_LONGEST, _MOST = 1500, 60
_LEAD = re.compile(
    r"^(?:(?:\(\d{1,2}\)|\d{1,2}\)|[+*-]|(?:các|cả|là|gồm|cùng với|với|một là|hai là|"
    r"ba là)\s)\s*){1,2}",
    re.IGNORECASE,
)
#: Persons as the police names them: N.V.T., Tr.Th.H.
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.){1,4}[^\W\d_]{0,2}")
_OPEN = re.compile(r"(?:…|\.\.\.|(?<!\w)v\.?\s?v\.?(?!\w)|(?<!\w)vân vân|(?<!\w)khác(?!\w)\s*$)")
#: Words behind a name that begin what is told about it or about all.
_VERBS_WORDS = (
    "đã được có là với tại ở từ để nhằm trong trên thuộc do theo về cho khi đang sẽ cùng đạt tham thu thực tổ "
    "bị gồm vào đến nằm đều cũng phải chưa không mỗi vẫn còn như thành nay hiện bắt triển hoàn nhận giành gửi "
    "bằng mà nơi vì nên sau trước tiếp hoạt tạo chịu phối lên ra giúp"
)
_VERBS = frozenset(_VERBS_WORDS.split())
_NO_THING = frozenset(
    ("riêng", "tổng", "số", "các", "những", "nhờ", "góp", "chiếm", "bình", "trung", "qua", "đồng", "đây", "kinh")
)
_HONORIFICS = frozenset(("ông", "bà", "anh", "chị", "em", "cháu", "đồng", "cụ", "thầy", "cô"))
_BEFORE_FIGURE = frozenset(
    ("có", "là", "đạt", "với", "được", "khoảng", "trên", "gần", "hơn", "còn", "giảm", "tăng", "ước")
)
_HIGHER = frozenset(("huyện", "tỉnh", "thành", "quận", "tp", "tp.", "thị", "tx", "vùng", "miền"))
#: First words of offices, works and buildings, each of which begins a name of its own.
OFFICE_HEADS = words(
    """
    sở phòng ban hội trung chi ngân công đoàn ủy uỷ văn bộ cục trường viện bệnh đài kho tòa bảo mttq ubmttq liên
    huyện thanh đảng tổng hạt trạm hợp ubnd hđnd quỹ mặt doanh xí khoa kiểm nhà tập khối cụm xưởng cửa siêu khách
    bến cảng chợ cầu đường tuyến hồ đập khu bãi nghĩa lò trang
    """
)


@dataclass(frozen=True, slots=True)
class Enumeration:
    """How many things a stretch names. least, most: where a comma or "và" may belong to a name they differ.

    names: what was counted, as printed; end: where the enumeration ends; is_proper: the things are names with capitals;
    is_whole: nothing but the enumeration follows up to the end of its stretch; by_semicolons: they part the things.
    """

    least: int
    most: int
    names: tuple[str, ...]
    end: int
    is_proper: bool
    is_whole: bool
    by_semicolons: bool = False
    longest: int = 0  # words of the longest thing
    are_names: bool = False  # of persons: two to five words with capitals

    def admits(self, count: int) -> bool:
        return self.least <= count <= self.most


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    joint: str  # what stands in front: "", ",", ";", "và"


@dataclass(frozen=True, slots=True)
class _Thing:
    kind: tuple[str, ...]  # the words in front of the name: ("xã",)
    is_proper: bool
    is_clean: bool  # nothing is told behind the name
    is_name: bool  # as persons have them
    words: int
    text: str


def enumeration_at(text: str, plain: str, at: int, end: int, head: str, is_place: bool) -> Enumeration | None:
    """The enumeration that begins at `at`; None for one left open ("…", "v.v.") or of one thing.

    head: what is counted ("xã"); is_place: names of that kind never go on in small letters.
    """
    end = min(end, at + _LONGEST)
    pieces = _pieces(text, plain, at, end)
    if len(pieces) < 2 or _OPEN.search(plain, at, end):
        return None
    first_group = [piece for piece in pieces if piece.start < _first_semicolon(pieces, end)]
    groups = _groups(pieces)
    by_commas = _counted(text, first_group, head, is_place)
    if len(groups) < 2:
        return by_commas
    named_alone = by_commas if by_commas is not None and by_commas.is_proper else None
    heads = [_thing(text, group[0], is_place) for group in groups]
    if any(_is_figure(one) for one in heads) or any(one.kind[:1] and one.kind[0] in _NO_THING for one in heads[1:]):
        return named_alone
    figured = [any(map(str.isdecimal, plain[group[0].start : group[-1].end])) for group in groups]
    if len(set(figured)) > 1:  # a clause of its own behind the enumeration
        return named_alone
    alike = all(one.is_proper == heads[0].is_proper for one in heads)
    if len(first_group) == 1 or (alike and not heads[0].is_proper):
        names = tuple(one.text for one in heads)
        longest = max(one.words for one in heads)
        return Enumeration(len(groups), len(groups), names, end, heads[0].is_proper, True, True, longest)
    if by_commas is None or not alike:
        return by_commas
    least, most = sorted((len(groups), by_commas.most))
    return Enumeration(min(least, by_commas.least), max(most, len(pieces)), by_commas.names, end, True, True, True)


def _first_semicolon(pieces: list[_Piece], end: int) -> int:
    return next((piece.start for piece in pieces if piece.joint == ";"), end + 1)


def _groups(pieces: list[_Piece]) -> list[list[_Piece]]:
    groups: list[list[_Piece]] = [[]]
    for piece in pieces:
        if piece.joint == ";":
            groups.append([])
        groups[-1].append(piece)
    return [group for group in groups if group]


def _pieces(text: str, plain: str, at: int, end: int) -> list[_Piece]:
    """The stretch cut at commas, semicolons and "và" outside brackets, quotes and names of offices."""
    masked = [match.span() for match in _OFFICES.finditer(plain, at, end)]
    found: list[_Piece] = []
    start, joint, depth, is_quoted, mask = at, "", 0, False, 0
    for match in _SEPARATOR.finditer(plain, at, end):
        sign = match[0]
        if sign == "cùng" and not text[match.end() + 1 : match.end() + 2].isupper():
            continue
        while mask < len(masked) and masked[mask][1] <= match.start():
            mask += 1
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
            if depth < 0:
                end = match.start()
                break
        elif sign in '"“”':
            is_quoted = not is_quoted
        elif depth == 0 and not is_quoted and not (mask < len(masked) and masked[mask][0] <= match.start()):
            if (
                sign == ","
                and plain[match.end() : match.end() + 1].isdecimal()
                and plain[match.start() - 1].isdecimal()
            ):
                continue
            if plain[start : match.start()].strip():
                found.append(_Piece(start, match.start(), joint))
                joint = sign
            elif sign == ";":
                joint = sign
            start = match.end()
            if len(found) >= _MOST:
                return found
    if plain[start:end].strip(" \n.*_"):
        found.append(_Piece(start, end, joint))
    return found


def _thing(text: str, piece: _Piece, is_place: bool) -> _Thing:
    words = text[piece.start : piece.end].strip(' \n*_"“”.:')
    words = _LEAD.sub("", words).strip(' *_"“”')
    bare = re.sub(r"\([^()]*\)?", " ", words)
    tokens = bare.split()
    small = 0
    while small < len(tokens) and small < 4 and tokens[small][0].islower():
        small += 1
    kind = tuple(tokens[:small])
    named = small
    while named < len(tokens) and not tokens[named][0].islower() and not tokens[named][0].isdecimal():
        named += 1
    rest = tokens[named:]
    is_proper = small < named and tokens[small][0] not in "-–:"
    is_clean = _is_clean(rest, is_place)
    shown = tokens if is_clean else tokens[:named]
    has_title = bool(kind) and kind[0] not in _HONORIFICS
    is_name = is_proper and not has_title and 2 <= named - small <= 5
    is_name |= is_proper and not has_title and _INITIALS.fullmatch(tokens[small]) is not None
    return _Thing(kind, is_proper, is_clean, is_name, len(tokens), " ".join(shown))


def _is_figure(thing: _Thing) -> bool:
    """Whether it opens with a number of its own: "2 huyện", "3 nhà hàng"."""
    return not thing.kind and not thing.is_proper


def _is_clean(rest: list[str], is_place: bool) -> bool:
    if not rest or not rest[0][0].isalpha():
        return True
    if rest[0] in _BEFORE_FIGURE and any(word[0].isdecimal() for word in rest[1:3]):
        return True
    return not is_place and rest[0] not in _VERBS


def _counted(text: str, pieces: list[_Piece], head: str, is_place: bool) -> Enumeration | None:
    things = [_thing(text, piece, is_place) for piece in pieces]
    if not things:
        return None
    if any(map(_is_figure, things)):
        return None  # figures, which are summed and not counted
    repeats = bool(head) and all(thing.kind[:1] == (head.split()[0],) for thing in things)
    if not things[0].is_proper or (repeats and not all(thing.is_proper for thing in things)):
        return _common(pieces, things, head)
    least = most = 0
    names: list[str] = []
    end, state = pieces[0].end, "open"
    for piece, thing in zip(pieces, things, strict=True):
        fits = None if state != "open" else _fits(thing, things[0], head, is_place)
        if fits is None:
            state = _after(state, thing)
            most += state == "unsure" or (state == "told" and thing.is_proper)
            continue
        is_sure = fits and not (piece.joint and _may_belong(thing, things[0], is_place))
        least, most = least + is_sure, most + 1
        names.append(thing.text)
        end = piece.end
        if not thing.is_clean:
            state = "told"
        elif piece.joint in ("và", "&") and not _goes_on(pieces, piece):
            state = "closed"
    is_whole = state in ("open", "closed") and end == pieces[-1].end
    if most < 2:
        return None
    are_names = all(thing.is_name for thing in things[: len(names)])
    return Enumeration(max(least, 1), most, tuple(names), end, True, is_whole, are_names=are_names)


def _after(state: str, thing: _Thing) -> str:
    """How sure the end is: "told" something of the last, "closed" by "và", "unsure" behind words without a name."""
    if state != "open":
        return state
    if thing.is_proper:
        return "told"
    opening = (thing.kind or ("",))[0]
    return "closed" if opening in _VERBS or opening in _NO_THING or not opening else "unsure"


def _goes_on(pieces: list[_Piece], piece: _Piece) -> bool:
    """Whether another "và" follows: then this one did not close the enumeration."""
    return any(other.joint == "và" for other in pieces[pieces.index(piece) + 1 :])


def _fits(thing: _Thing, first: _Thing, head: str, is_place: bool) -> bool | None:
    """Whether a thing is one of those counted: surely, perhaps (False), or not at all (None)."""
    if first.kind and first.kind[0] in _HONORIFICS:
        return thing.is_name or (bool(thing.kind) and thing.kind[0] in _HONORIFICS)
    if not thing.is_proper:
        return None
    if not is_place or not thing.kind or thing.kind[0] in (head, *first.kind[:1]):
        return True
    return None if thing.kind[0] in _HIGHER and thing.kind[:2] != ("thị", "trấn") else False


def _may_belong(thing: _Thing, first: _Thing, is_place: bool) -> bool:
    """Whether a piece may be the rest of an office's name: "Sở X và Y" where the others say what office they are."""
    if is_place:
        return False
    opening = (first.kind or tuple(first.text.lower().split()[:1]))[0] if first.kind or first.text else ""
    own = (thing.kind or tuple(thing.text.lower().split()[:1]))[0] if thing.kind or thing.text else ""
    return opening in OFFICE_HEADS and own not in OFFICE_HEADS


def _common(pieces: list[_Piece], things: list[_Thing], head: str) -> Enumeration | None:
    """Things without capitals: counted to the end of the stretch, "và" perhaps inside the last."""
    opening = head.split()[0] if head else ""
    if opening and all(thing.kind[:1] == (opening,) for thing in things):
        least = most = len(things)
    else:
        most = len(things)
        least = 1 + sum(piece.joint in (",", ";") for piece in pieces[1:])
        if any(piece.joint == "và" for piece in pieces[:-1]):
            least = 1
    longest = max(thing.words for thing in things)
    names = tuple(thing.text for thing in things)
    return Enumeration(min(least, most), most, names, pieces[-1].end, False, True, False, longest)
