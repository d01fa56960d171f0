"""Completion for shells: click's own for three of them, and one of ours for PowerShell, which asks bash's way."""

from __future__ import annotations

from typing import Any

import click
from click.shell_completion import ShellComplete, get_completion_class

PROGRAM, VARIABLE = "gklint", "_GKLINT_COMPLETE"
POWERSHELL = """\
Register-ArgumentCompleter -Native -CommandName gklint -ScriptBlock {
    param($word, $tree, $cursor)
    $words = @($tree.CommandElements | ForEach-Object { $_.ToString() })
    $index = if ($word) { $words.Count - 1 } else { $words.Count }
    $env:_GKLINT_COMPLETE = "bash_complete"; $env:COMP_WORDS = $words -join "`n"; $env:COMP_CWORD = $index
    try {
        gklint | ForEach-Object {
            $value = ($_ -split ",", 2)[1]
            [System.Management.Automation.CompletionResult]::new($value)
        }
    } finally {
        Remove-Item Env:_GKLINT_COMPLETE, Env:COMP_WORDS, Env:COMP_CWORD
    }
}
"""


def script(shell: str) -> str:
    """What *shell* has to run once in each session."""
    if shell == "powershell":
        return POWERSHELL
    kind: Any = get_completion_class(shell)
    asked: ShellComplete = kind(click.Group(PROGRAM), {}, PROGRAM, VARIABLE)
    # Not its source(): for bash that starts one to look at its version, here where it may not even be.
    return str(asked.source_template % asked.source_vars()) + "\n"
