"""The comments of a .docx: its part, what relates to it, and the comments that gklint signed."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from gklint.annotate._docx_package import CONTENT_TYPES, OFFICE, RELATIONS, TYPES, Copy
from gklint.annotate.job import AUTHOR, Job, RefusalError
from gklint.readers._docx_package import W

if TYPE_CHECKING:
    from lxml.etree import _Element

OWN_RELATION = "gklintComments"
"""Marks a part of comments that was not there before; it goes when it is empty again."""
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
COMPANIONS = ("commentsExtended", "commentsIds")
"""What newer programs keep beside the comments, by the paraId of a comment's paragraph."""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Comments:
    """The comments of *copy*; a part for them is made with the first one."""

    def __init__(self, copy: Copy, taken: set[str]) -> None:
        self._copy = copy
        self._name = copy.package.related("comments")
        self._root = copy.package.part(self._name) if self._name else None
        if self._name and self._root is None:
            raise RefusalError("place")
        ids = taken | {comment.get(W + "id", "") for comment in self._all()}
        self._next = max((int(number) for number in ids if number.isdecimal() and len(number) < 10), default=-1) + 1

    def own(self) -> frozenset[str]:
        """The ids of the comments that gklint signed."""
        return frozenset(c.get(W + "id", "") for c in self._all() if c.get(W + "author") == AUTHOR)

    def remove(self, ids: frozenset[str]) -> None:
        root = self._root
        gone = [comment for comment in self._all() if comment.get(W + "id") in ids]
        if root is None or self._name is None or not gone:
            return
        paragraphs = {
            str(value) for c in gone for p in c.iter(W + "p") for key, value in p.attrib.items() if _is_para(key)
        }
        for comment in gone:
            root.remove(comment)
        self._copy.touched(self._name, root)
        for kind in COMPANIONS if paragraphs else ():
            self._forget(kind, paragraphs)

    def finish(self) -> None:
        """Take a part away that only gklint needed."""
        if self._root is None or self._name is None or len(self._root):
            return
        relations = self._copy.tree(self._copy.relations)
        own = [] if relations is None else [r for r in relations if r.get("Id") == OWN_RELATION]
        types = self._copy.tree(CONTENT_TYPES)
        if relations is None or types is None or not own:
            return
        for relation in own:
            relations.remove(relation)
        for override in [t for t in types if t.get("PartName") == f"/{self._name}"]:
            types.remove(override)
        self._copy.drop(self._name)
        self._copy.touched(self._copy.relations, relations)
        self._copy.touched(CONTENT_TYPES, types)

    def add(self, lines: tuple[str, ...], job: Job) -> str:
        """The id of a new comment."""
        root = self._part()
        number = str(self._next)
        self._next += 1
        signed = {"id": number, "author": AUTHOR, "date": f"{job.day}T00:00:00Z", "initials": "gk"}
        comment = _child(root, W + "comment", {W + key: value for key, value in signed.items()})
        for line in lines:
            run = _child(_child(comment, W + "p"), W + "r")
            _child(run, W + "t", {SPACE: "preserve"}).text = _printable(line)
        return number

    def _all(self) -> list[_Element]:
        return [] if self._root is None else list(self._root.iter(W + "comment"))

    def _part(self) -> _Element:
        from lxml import etree

        if self._root is None or self._name is None:
            folder = posixpath.dirname(self._copy.main)
            names = (posixpath.join(folder, f"comments{n or ''}.xml") for n in range(len(self._copy.names) + 1))
            self._name = next(name for name in names if name not in self._copy.names)
            self._root = etree.Element(W + "comments", nsmap={"w": W[1:-1]})
            self._relate(self._name, posixpath.relpath(self._name, folder or "."))
        self._copy.touched(self._name, self._root)
        return self._root

    def _relate(self, name: str, target: str) -> None:
        relations = self._copy.tree(self._copy.relations)
        if relations is None:
            relations = _new(RELATIONS + "Relationships")
        _child(
            relations,
            RELATIONS + "Relationship",
            {"Id": OWN_RELATION, "Type": f"{OFFICE}/comments", "Target": target},
        )
        self._copy.touched(self._copy.relations, relations)
        types = self._copy.tree(CONTENT_TYPES)
        if types is None:
            types = _new(TYPES + "Types")
        _child(types, TYPES + "Override", {"PartName": f"/{name}", "ContentType": KIND})
        self._copy.touched(CONTENT_TYPES, types)

    def _forget(self, kind: str, paragraphs: set[str]) -> None:
        name = self._copy.package.related(kind)
        root = self._copy.package.part(name) if name else None
        if name is None or root is None:
            return
        for entry in list(root):
            if any(_is_para(key) and value in paragraphs for key, value in entry.attrib.items()):
                root.remove(entry)
                continue
            # An answer to a remark that goes stays, as a comment of its own.
            for key in [k for k, v in entry.attrib.items() if str(k).endswith("}paraIdParent") and v in paragraphs]:
                del entry.attrib[key]
        self._copy.touched(name, root)


def _new(tag: str) -> _Element:
    """A root element whose namespace is the default one, as producers write these parts."""
    from lxml import etree

    namespace = tag[1 : tag.index("}")]
    return etree.fromstring(f'<{tag[tag.index("}") + 1 :]} xmlns="{namespace}"/>')


def _is_para(key: object) -> bool:
    return str(key).endswith("}paraId")


def _child(parent: _Element, tag: str, attributes: dict[str, str] | None = None) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, tag, attributes or {})


def _printable(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(
        c for c in text if c in "\t\n" or (c >= " " and c not in "\ufffe\uffff" and not "\ud800" <= c <= "\udfff")
    )
