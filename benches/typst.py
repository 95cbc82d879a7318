"""How long a report takes as a whole process, against typst compiling a document with the same texts and charts, cold.

    cargo build --release --bin orienta-cli
    pip install typst
    python3 benches/typst.py [FILE.orienta.json]

The document has the structure of our own PDF as a reader of tags gets it (pdfinfo, package poppler-utils): headings, contents,
paragraphs, lists, tables; the charts are our own as SVG. All start a process for every run and take turns. Two ratios of
medians are printed: of whole processes, where ours also reads the answers and works out every figure and the plan, and of the
document alone, without what a process does before it (measured by `orienta-cli plan` and by importing typst). It fails
where the latter is below 5."""

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CLI = os.environ.get("ORIENTA_CLI", str(ROOT / "target/release/orienta-cli"))
FONTS = ROOT / "assets/fonts"
RUNS = 9
AIM = 5.0

IMPORT = "import sys, typst"
COMPILE = IMPORT + "; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])"


def run(*command):
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return time.perf_counter() - begin


def nodes(pdf):
    """The structure of a tagged PDF as nested [role, children] with texts between them, as poppler prints it."""
    printed = subprocess.run(["pdfinfo", "-struct-text", pdf], check=True, capture_output=True, text=True).stdout
    root = ["", []]
    open_ = [(-1, root)]
    for line in printed.splitlines():
        depth, words = len(line) - len(line.lstrip()), line.strip()
        while open_[-1][0] >= depth:
            open_.pop()
        if words.startswith('"'):
            open_[-1][1][1].append(words.strip('"'))
        elif words[:1].isalpha() and not words.startswith("Object"):
            node = [re.split(r"[ :]", words)[0], []]
            open_[-1][1][1].append(node)
            open_.append((depth, node))
    return root[1]


def words(node):
    return node if isinstance(node, str) else "".join(words(kid) for kid in node[1])


def rows(node):
    """Cells of the rows inside, and whether they are the table's head."""
    for kid in node[1]:
        if kid[0] == "TR":
            yield node[0] == "THead", [words(cell) for cell in kid[1]]
        elif not isinstance(kid, str):
            yield from rows(kid)


def document(pdf, charts):
    """A typst document with the PDF's own structure: headings, contents, paragraphs, lists, tables with heads, the charts."""
    lines = ['#set page(paper: "a4", margin: 22mm, numbering: "1 / 1")', "#set par(justify: false)",
             '#set text(font: "Source Sans 3", size: 10pt, lang: "it", hyphenate: true)', "#outline()"]
    left = list(charts)

    def quoted(text):
        return json.dumps(text, ensure_ascii=False)

    def put(node):
        role, kids = (node, []) if isinstance(node, str) else node
        if re.fullmatch(r"H[1-6]", role):
            lines.append(f"#heading(level: {role[1]}, {quoted(words(node))})")
        elif role in ("P", "Caption"):
            lines.append(f"#par({quoted(words(node))})")
        elif role == "L":
            items = [quoted(words(item).lstrip("•")) for item in kids]
            lines.append(f"#list({', '.join(items)})")
        elif role == "Table":
            all_ = list(rows(node))
            head = ", ".join(quoted(cell) for is_head, row in all_ if is_head for cell in row)
            body = ", ".join(quoted(cell) for is_head, row in all_ if not is_head for cell in row)
            lines.append(f"#table(columns: {len(all_[0][1])}, table.header({head}), {body})")
        elif role == "Figure":
            if left:
                lines.append(f'#figure(image("{left.pop(0).name}", width: 80%, alt: "-"))')
        elif role != "TOC":
            for kid in kids:
                put(kid)
        lines.append("")

    for node in nodes(pdf):
        put(node)
    return "\n".join(lines)


def main():
    file = sys.argv[1] if len(sys.argv) > 1 else str(ROOT / "examples/carpenteria-completa.orienta.json")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        ours, theirs, source = folder / "ours.pdf", folder / "theirs.pdf", folder / "report.typ"
        report = [CLI, "--lang", "it", "--quiet", "report", file, "--pdf", str(ours), "--date", "2026-11-29"]
        compile_ = [sys.executable, "-c", COMPILE, str(source), str(theirs), str(FONTS)]
        run(*report)
        run(CLI, "--lang", "it", "--quiet", "export", file, "--to", "charts", "--out", str(folder), "--date", "2026-11-29")
        charts = sorted(folder.glob("*.svg"))
        source.write_text(document(ours, charts), encoding="utf-8")
        plan = [CLI, "--quiet", "plan", "--budget", "20000", "--json", file, "--date", "2026-11-29"]
        import_ = [sys.executable, "-c", IMPORT]
        times = [[run(*command) for command in (report, plan, compile_, import_)] for _ in range(RUNS)]
        whole, before, typst, start = (statistics.median(side) for side in zip(*times))

        def compared(what, a, b):
            print(f"{what}: orienta-cli {a * 1000:.0f} ms, typst {b * 1000:.0f} ms: {b / a:.1f} times as long")
            return b / a

        print(f"{len(charts)} charts; {ours.stat().st_size // 1024} KB and {theirs.stat().st_size // 1024} KB")
        compared("whole processes", whole, typst)
        ratio = compared("the document alone", whole - before, typst - start)
        sys.exit(0 if ratio >= AIM else 1)


main()
