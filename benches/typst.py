"""How long a report takes as a whole process, against typst compiling a document with the same texts and charts, cold.

    cargo build --release --bin orienta-cli
    pip install typst
    python3 benches/typst.py [FILE.orienta.json]

The texts are those of our own PDF (pdftotext, package poppler-utils), a paragraph each; the charts are our own as SVG. Both
sides start a process for every run and take turns; the medians' ratio is printed, and it fails below 5."""

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

COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]])"


def run(*command):
    begin = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return time.perf_counter() - begin


def document(pdf, charts):
    """A typst document with every paragraph of the PDF and the charts after every few of them."""
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True, text=True).stdout
    paragraphs = [" ".join(p.split()) for p in re.split(r"\n{2,}|\f|(?<=[.:])\n", text)]
    paragraphs = [p for p in paragraphs if p]
    lines = ['#set page(paper: "a4", margin: 22mm)', '#set text(font: "Source Sans 3", size: 10pt, lang: "it")',
             "#set par(justify: false)"]
    every = max(1, len(paragraphs) // (len(charts) + 1))
    left = list(charts)
    for number, paragraph in enumerate(paragraphs):
        lines += ["", f"#{json.dumps(paragraph, ensure_ascii=False)}", ""]
        if number % every == every - 1 and left:
            lines.append(f'#figure(image("{left.pop(0).name}", width: 80%))')
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
        times = [(run(*report), run(*compile_)) for _ in range(RUNS)]
        a, b = (statistics.median(side) for side in zip(*times))
        print(f"{len(charts)} charts; orienta-cli {a * 1000:.0f} ms, typst {b * 1000:.0f} ms: {b / a:.1f} times as long")
        print(f"{ours.stat().st_size // 1024} KB and {theirs.stat().st_size // 1024} KB")
        sys.exit(0 if b / a >= AIM else 1)


main()
