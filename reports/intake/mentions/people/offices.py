"""Nouns of office in a line, and the capacities that they are in."""

from dataclasses import dataclass

from reports.intake.mentions.nations import is_well_known, nation_in
from reports.intake.mentions.people.vocabulary import PeopleWords
from reports.intake.mentions.tokens import SMALL, Line


@dataclass(frozen=True)
class Capacity:
    """The tokens of a line that state a capacity."""

    first: int
    last: int


def _singular(low: str) -> str:
    """Of a noun in the plural; nothing of another."""
    if low.endswith("men"):
        return f"{low[:-2]}an"
    if low.endswith("ies"):
        return f"{low[:-3]}y"
    return low[:-1] if low.endswith("s") else ""


class Offices:
    """What single words of a line say of an office. `bodies` has the end of each organization
    that begins at a token, `ends` the other way round."""

    def __init__(self, line: Line, words: PeopleWords, bodies: dict[int, int]) -> None:
        self.line = line
        self.tokens = line.tokens
        self.words = words
        self.bodies = bodies
        self.ends = {last: first for first, last in bodies.items()}

    def role_at(self, at: int) -> int:
        """The end of the longest noun of office that begins here; 0 where none does."""
        low = self.line.lows[at : at + self.words.longest_role]
        if low and low[0] in self.words.first_of_roles:
            for length in range(len(low), 0, -1):
                if low[:length] in self.words.roles:
                    return at + length
        return at + 1 if at < len(self.tokens) and self._is_trade(at) else 0

    def _is_trade(self, at: int) -> bool:
        token = self.tokens[at]
        if not token.low.endswith(self.words.role_endings):
            return False
        if token.shape != SMALL and not (token.capital and self.words.has_compounds):
            return False
        return len(token.low) > 5 and token.low not in self.words.no_trades

    def role_before(self, at: int) -> int:
        """Where the longest noun of office that ends here begins; -1 where none does."""
        if self.line.low(at - 1) in self.words.last_of_roles:
            for length in range(min(self.words.longest_role, at), 0, -1):
                if self.line.lows[at - length : at] in self.words.roles:
                    return at - length
        return at - 1 if at > 0 and self._is_trade(at - 1) else -1

    def is_of_several(self, capacity: Capacity) -> bool:
        """Whether its first noun of office is in the plural."""
        for at in range(capacity.first, capacity.last):
            if self.line.lows[at] in self.words.one_of:
                return False
            if role := self.role_at(at):
                last = self.line.lows[role - 1]
                low = self.line.lows[at] if self.line.low(at + 1) in self.words.links else last
                several = _singular(low) in self.words.in_titles
                several &= not self.words.has_compounds  # "des Generals"
                return several and low not in self.words.capacity_verbs  # "who heads the choir"
        return False

    def has_role(self, first: int, last: int) -> bool:
        return any(self.role_at(at) for at in range(first, last))

    def is_bare_noun(self, at: int) -> bool:
        """A noun that needs no name: "director of the | hospice", "président de l’ | amicale"."""
        return self.line.low(at - 1) in self.words.articles and (
            self.line.low(at - 2) in self.words.of
        )

    def describes(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low in self.words.modifiers or token.low.endswith("-old"):
            return True
        if self.words.cases.possesses(token.low):
            return True
        if not token.capital:
            return False
        if token.low in self.words.things or token.low in self.words.topics:
            return True
        if nation_in(token.text, self.words.cases) or is_well_known(token.text):
            return True
        while self.line.capital(at - 1):
            at -= 1
        before = self.line.low(at - 1)
        return before in self.words.of | self.words.articles | self.words.joining
