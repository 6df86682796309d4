"""Who something was done by: "was delivered at the gate by", "assisted on the saz by"."""

from collections.abc import Sequence

from reports.intake.cues import Cue
from reports.intake.deed_words import DeedWords
from reports.intake.mentions.clauses import Clause

_TO_AGENT = 14  # tokens from a participle to its "by"


def agent_of(clause: Clause, words: DeedWords, cues: Sequence[Cue], reach: int) -> Cue | None:
    """What those did who are named behind a "by", which stands before the token `reach`.

    `cues` are those that stand behind a name and tell what it did.
    """
    low = clause.line.low
    if low(reach - 1) not in words.agents:
        return None
    near = range(max(1, reach - _TO_AGENT), reach)
    done = [
        cue
        for cue in cues
        if cue.first in near
        and (
            # "An act signed by" may be of another day.
            (cue.last == reach - 1 and low(cue.first) not in words.passing)
            or low(cue.last) in words.copulas
            or clause.is_passive(cue.first)
            or low(cue.last - 1) in words.beside
        )
    ]
    # Not in "chaired by A. B. and mentored by".
    if done and (done[-1].last >= reach - 1 or not words.is_past(low(reach - 2))):
        return done[-1]
    verbs = [at for at in near if low(at) in words.done_by or words.is_past(low(at))]
    if not verbs:
        return None
    role = words.done_by.get(low(verbs[-1]))
    # "Was led in Lund by", "three songs played on the oud by".
    if role and (clause.is_passive(verbs[-1]) or low(verbs[-1] + 1) in words.beside):
        return Cue(verbs[-1], reach, role)
    # Not in "was shown, and she performed a song by".
    acts = [at for at in verbs if low(at - 1) not in clause.words.joining]
    acting = acts and low(acts[-1] - 1) in words.copulas
    return Cue(reach - 1, reach, "joining") if acting else None
