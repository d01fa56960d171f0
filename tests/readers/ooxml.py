"""Word documents written by hand, element by element."""

import io
import zipfile

from gklint.model.document import Table
from gklint.readers.docx import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = f'xmlns:w="{W}" xmlns:mc="{MC}" xmlns:r="{REL}" xmlns:m="{W}/m"'


def package(body, **parts):
    """A minimal .docx with *body* inside ``w:body``; *parts* are further parts of word/, related by their name."""
    relations = "".join(f'<Relationship Id="r{k}" Type="{REL}/{k}" Target="{k}.xml"/>' for k in parts)
    xmlns = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    files = {
        "_rels/.rels": f"<Relationships {xmlns}>{MAIN}</Relationships>",
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"<Relationships {xmlns}>{relations}</Relationships>",
        **{f"word/{key}.xml": content for key, content in parts.items()},
    }
    return zipped(files)


def zipped(files):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


MAIN = f'<Relationship Id="a" Type="{REL}/officeDocument" Target="word/document.xml"/>'


def p(inner, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def r(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def tc(content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<') else p(r(content))}</w:tc>"


def tbl(*rows):
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def texts(body, **parts):
    return [b.text for b in read(package(body, **parts), "a.docx").blocks if not isinstance(b, Table)]


def grids(body, **parts):
    found = read(package(body, **parts), "a.docx").blocks
    return [[[c and c.text for c in row] for row in b.grid] for b in found if isinstance(b, Table)]
