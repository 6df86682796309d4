"""In what capacity a person is named: the words around the name that say it."""

from reports.intake.mentions.nations import is_well_known, nation_in
from reports.intake.mentions.people.offices import Capacity
from reports.intake.mentions.people.preceding import Preceding
from reports.intake.mentions.tokens import CAPITALS, NUMBER, SMALL

_ON_AT_MOST = 30  # tokens of a capacity after the name
_TO_ROLE_AT_MOST = 8  # tokens before the noun of office


class Capacities(Preceding):
    """Reads capacities on both sides of a name in one line."""

    def after(self, name_end: int, limit: int) -> Capacity | None:
        """The capacity after a name: ", First Secretary of …,", "(director)", "– head of …".

        Not beyond `limit`, where the capacity of the next person begins.
        """
        at = name_end
        if at < len(self.tokens) and self.tokens[at].shape == CAPITALS and self.role_at(at):
            further = self.after(at + 1, limit)  # "Nora Walsh TD", "A. B. MP, leader of the Greens"
            return Capacity(at, further.last if further else at + 1)
        if (
            self.line.low(at) == ","
            and at + 1 < len(self.tokens)
            and self.tokens[at + 1].shape == NUMBER
        ):
            at += 2
        if self.line.low(at) == "(" and not self._first_role(at + 1):
            if self.line.low(at + 1) in self.words.instruments:
                return Capacity(at + 1, self._past_brackets(at) - 1)  # "Anna Ek (flute)"
            at = self._past_brackets(at)  # "Anna Ek (SPD), mayor of …"
        opened = self.line.low(at)
        if opened not in (",", "(", "–", "—", "-"):
            return None
        first = at + 1
        role = self._first_role(first)
        if not role or role > limit or self._is_told(first, role):
            return None
        last = min(self._end(role, ")" if opened == "(" else ","), limit)
        last = self._with_house(first, last, limit)
        while last > role and self._is_loose(last - 1):
            last -= 1
        while self.line.low(first) in self.words.articles | self.words.determiners:
            first += 1
        return Capacity(self._without_praise(first, last), last)

    def _is_told(self, first: int, role: int) -> bool:
        """As in "the Foundation of Leyla B., the ambassador stressed": who goes on to speak."""
        definite = self.line.low(first) in self.words.articles
        return definite and self.line.low(role) in self.words.saying

    def _with_house(self, first: int, last: int, limit: int) -> int:
        """The body of a mere "Director, TEAS Brussels"; not of "director of A, B and C"."""
        if any(at in self.bodies for at in range(first, last)):
            return last
        while self.line.low(last) == "," and (end := self.bodies.get(last + 1, 0)):
            end += self.line.capital(end) and not self.line.capital(end + 1)  # "TEAS | Benelux"
            if self.line.low(end) in self.words.joining or end > limit:
                break
            last = end
        return last

    def _past_brackets(self, at: int) -> int:
        """Behind a short note in brackets; the place itself where none closes."""
        closing = range(at + 2, min(at + 7, len(self.tokens)))
        return next((end + 1 for end in closing if self.line.low(end) == ")"), at)

    def _is_loose(self, at: int) -> bool:
        """What a capacity does not end with."""
        token = self.tokens[at]
        return token.text == "," or token.low in self.words.links

    def _first_role(self, first: int) -> int:
        """The end of the first noun of office, if nothing but what describes it comes before."""
        at = first
        while at < min(first + _TO_ROLE_AT_MOST, len(self.tokens)):
            role = self.role_at(at)
            if role:
                return role
            if at in self.bodies:
                at = self.bodies[at]
                continue
            token = self.tokens[at]
            possessor = at + 1 < len(self.tokens) and self.tokens[at + 1].is_possessive
            if (
                (self.describes(at) or token.is_possessive or token.low in self.words.articles)
                or (possessor and token.shape == SMALL)  # "the nonprofit’s director"
                or (at == first and token.low in self.words.before_capacity)
                or (at > first and token.low in self.words.links)
                or (token.capital and any(self.role_at(at + more) for more in (1, 2)))
                or (token.shape == "a" and self.role_at(at + 1) and at - first < 4)
            ):
                at += 1
            else:
                return 0
        return 0

    def _end(self, at: int, closing: str) -> int:
        limit = min(at + _ON_AT_MOST, len(self.tokens))
        while at < limit:
            if at in self.bodies:
                at = self.bodies[at]
                continue
            token = self.tokens[at]
            if token.text == closing == ")":
                return at
            if token.text == "," and self._more_roles_after(at):
                at += 1
                continue
            if token.text in (",", ";", ":", "(", "–", "—", "”", "“", '"') or token.text in ".!?":
                return at
            if token.low in self.words.ends_capacity or token.low in self.words.saying:
                return at
            if token.low in self.words.joining and (
                self._names_next(at + 1)
                or self._is_past(at + 1)
                or self.line.low(at + 1) in self.words.others
            ):
                return at
            if self._is_past(at) and self._is_verb(at):
                return at
            at += 1
        return at

    def _is_past(self, at: int) -> bool:
        """A verb in the past, or a participle."""
        low = self.line.low(at)
        regular = low.endswith(self.words.past_endings) and self.tokens[at].shape == SMALL
        return (regular and len(low) > 4) and low not in self.words.modifiers

    def _is_verb(self, at: int) -> bool:
        """Whether it tells what somebody did: "Dean at the college provided insights".

        Not so "the newly formed club", "a book published in Kyiv".
        """
        before, after = self.line.low(at - 1), self.line.low(at + 1)
        describes = before in self.words.links or before in self.words.determiners
        return not (describes or before.endswith("ly") or after in self.words.no_subject)

    def _more_roles_after(self, comma: int) -> bool:
        """Whether another capacity comes: ", and author of …", not ", and Anna Ek, director"."""
        at = comma + 1
        at += self.line.low(at) in self.words.joining
        at += self.line.low(at) in self.words.determiners  # not in a list: ", the mayor of …"
        while self.line.low(at) in self.words.modifiers and not self.role_at(at):
            at += 1
        role = self.role_at(at)
        alone = bool(role) and not self.line.capital(role)
        return alone and not self.is_of_several(Capacity(at, role))

    def _names_next(self, at: int) -> bool:
        """Whether a person rather than another capacity follows the "and"."""
        if not self.line.capital(at) or at in self.bodies:
            return False
        end = at
        while self.line.capital(end):
            end += 1
        if nation_in(self.tokens[at].text, self.words.cases) or is_well_known(self.tokens[at].text):
            return False
        roles = any(self.role_at(one) for one in range(at, end + 1))
        return end - at >= 2 and not roles

    def body_after(self, name_end: int) -> int | None:
        """Where the body begins in "Anna Ek of the Forum", "(SPD)", ", who heads the Forum"."""
        at = name_end
        if self.line.low(at) in self.words.belonging:
            return self._body_from(at + 1)
        if self.line.low(at) in ("(", ","):
            at += 1
            if self.line.low(at) in self.words.relative:
                if self.line.low(at + 1) in self.words.capacity_verbs:
                    return self._body_from(at + 2)
                return None
            if self.line.low(at) in self.words.belonging:
                return self._body_from(at + 1)
            if self.line.low(at - 1) == "(":
                return self._body_from(at)
        return None

    def _body_from(self, at: int) -> int | None:
        while self.line.low(at) in self.words.articles:
            at += 1
        return at if at in self.bodies else None
