"""Names of organizations in a line: those with a head, and those that everybody knows.

"the [Ministry of Culture and Sport] of", "the [Azerbaijani embassy in Argentina]", "the [KOLO
compatriots’ platform]", "the youth choir, [Varpelis],": the head is found first, then the name.
"""

from collections.abc import Iterator
from dataclasses import replace

from reports.intake.mentions.nations import is_country, is_well_known, nation_of
from reports.intake.mentions.organizations.growth import Growth
from reports.intake.mentions.organizations.heads import Name
from reports.intake.mentions.organizations.vocabulary import Phrase
from reports.intake.mentions.people.given import is_given
from reports.intake.mentions.tokens import CAPITALS, NUMBER, SIGN

_IN_BRACKETS = 3  # tokens of "(UCC)", which is part of the name before it
_A_CITY = 200_000  # inhabitants; a smaller town’s name may be a club’s
_APPOSED_AT_MOST = 5  # words of a name behind a head in small letters


class Grammar(Growth):
    """Finds names from left to right; none overlaps another."""

    def names(self) -> Iterator[Name]:
        at, floor = 0, 0
        tokens, starts, stems = self.tokens, self.words.starts, bool(self.words.stems)
        while at < len(tokens):
            if tokens[at].low not in starts and not (stems and tokens[at].capital):
                at += 1  # neither a head nor a known body begins here
                continue
            name = self._name_at(at, floor)
            if name:
                yield name
                floor = name.last + _IN_BRACKETS * bool(name.acronym)
            # A head that heads nothing is no part of a name either: "the Memorial Centre".
            at = max(at + 1, floor) if name else max(at + 1, self.head_at(at))

    def _name_at(self, at: int, floor: int) -> Name | None:
        token = self.tokens[at]
        if token.shape in (NUMBER, SIGN):
            return None
        head = self.head_at(at)
        known = self._known_at(at) if token.capital else None
        if known and not head > known.last:
            grown = self._grown_known(known)
            if grown:
                return grown
        if not head:
            return None
        self.head = self.head_from(at, head)
        self.kind = self.kind_of(self.head)
        name = self._capital(at, head, floor) if token.capital else self._small(at, head, floor)
        return self._with_acronym(name) if name and not self._is_no_body(name) else None

    def _is_no_body(self, name: Name) -> bool:
        """A country, a hotel, or what is only called after a body: "Cathedral Square"."""
        tokens = name.tokens
        no_body = self.words.no_body
        if any(token.low in no_body for token in tokens) or name.text.casefold() in no_body:
            return True
        if tokens[-1].low in self.words.no_body_after:
            return True
        if name.head and name.head[-1] in self.words.part_of_body:
            before = self.tokens[name.first - 1] if name.first else None
            if self._is_only_place(name) or (before and before.is_possessive):
                return True  # "the Kolo Foundation’s Representative Office"
        after = self.line.low(name.last)
        if name.head == ("government",) and after in self.words.staff:
            return True  # "Australian Government officials" are officials
        if self.line.capital(name.last) and after in self.words.no_body_after:
            return True
        return is_country(name.text.replace(" ’s", "’s"))

    def _is_only_place(self, name: Name) -> bool:
        return all(is_well_known(token.text) for token in name.tokens[: -len(name.head)])

    # --- known bodies -----------------------------------------------------------------------------

    def _known_at(self, at: int) -> Name | None:
        if self.line.lows[at] not in self.words.first_of_known:
            return None
        low = self.line.lows[at : at + self.words.longest_known]
        for length in range(len(low), 0, -1):
            phrase = low[:length]
            if phrase in self.words.known and self._is_written_as_known(at, phrase):
                kind, _ = self.words.known[phrase]
                return Name(self.line, at, at + length, kind, phrase, confidence=0.9)
        return None

    def _is_written_as_known(self, at: int, phrase: Phrase) -> bool:
        """Short names only in capitals: "WHO", not "Who"."""
        token = self.tokens[at]
        if len(phrase) > 1 or len(token.text) > 4:
            return True
        return token.shape == CAPITALS or "." in token.text

    def _grown_known(self, known: Name) -> Name | None:
        """The body itself, unless it is only the beginning of another’s name."""
        at = known.last
        if self.line.capital(at) and not self.is_title(at) and self.head_at(at):
            return None
        if self.leads_to_head(at):
            return None
        end = at
        if known.kind != "international":
            self.kind = known.kind
            if self.line.low(end) in self.words.of:
                end = self.linked(end)
            elif self.is_nation(end) and not self.line.capital(end + 1):
                end += 1
            elif self.line.capital(end) and not self.is_title(end):
                end = self._bare_name(end)
            elif self.line.low(end) in ("–", "-"):
                end = self.linked(end)
        first = known.first
        if known.kind in ("parliament", "government") and (
            self.is_nation(first - 1) or self.is_place(first - 1)
        ):
            first -= 1  # "the Calcutta High Court", "the Vermont House of Representatives"
        return self._with_acronym(replace(known, first=first, last=end))

    # --- names whose head has a capital -----------------------------------------------------------

    def _capital(self, first: int, after_head: int, floor: int) -> Name | None:
        own_head = self.head
        left = self.leftwards(first, floor)
        last = self.rightwards(after_head, is_told=left < first)
        if left == first and not self._says_which(after_head, last):
            return None
        alone = own_head[0] if len(own_head) == 1 else ""  # not "city" of "city council"
        ends_only = left == first and alone in self.words.needs_left
        of = self.line.low(after_head) in self.words.of
        led = (
            alone in self.words.run_by
            and of
            and self.line.low(after_head + 1) in self.words.articles
        )
        if ends_only and (led or not of):
            return None  # also "chairman of the board | of the Kolo Foundation"
        if not self._is_surely_body(alone, left, first, last):
            return None
        if self.kind == "community" and last == after_head:
            return self._community(first, after_head, floor)
        return Name(self.line, left, last, self.kind, self.head)

    def _is_bare_head(self, last: int) -> bool:
        return self.head_at(last - 1) == last and self.line.low(last - 2) in self.words.articles

    def _is_surely_body(self, head: str, left: int, first: int, last: int) -> bool:
        """Not people, "Friends of Rwanda", and not a place, "in the City of Ghent"."""
        if head in self.words.acting:
            return left == first and (self._acts(first) or self._is_served(first))
        if left < first or head not in self.words.before_of or head not in self.words.needs_left:
            return True
        if self._is_bare_head(last):
            return False  # "Children of the Embassy"
        return self.line.low(first - 1) in self.words.articles or self._acts(first)

    def _says_which(self, first: int, last: int) -> bool:
        if self.words.head_first and (last > first or "-" in self.tokens[first - 1].text):
            return True  # also "Kolo-Stiftung"
        return any(token.capital or token.shape == NUMBER for token in self.tokens[first:last])

    # --- names whose head is in small letters -----------------------------------------------------

    def _small(self, first: int, after_head: int, floor: int) -> Name | None:
        small, head = self.words.small, self.head
        if self.kind == "community":
            return self._community(first, after_head, floor)
        before = self._past_modifiers(first)
        proper = before >= floor and self.line.capital(before) and self.may_belong(before)
        if self._is_nation_before(before, floor):
            if head in small["after_country"]:
                left = self._nation_start(before, floor)
                return Name(self.line, left, self.rightwards(after_head), self.kind, head)
            proper = False
        # "ambassade française du Rwanda"
        described = self._adjectives_after(after_head)
        if head in small["of_place"] and self.line.low(described) in self.words.of:
            end = self.rightwards(after_head)
            if end > after_head and not self._is_indefinite(first):
                return Name(self.line, first, end, self.kind, head, confidence=0.7)
        if proper and self._names_small_head(before, head):
            left = self.leftwards(before + 1, floor)
            if not self._is_indefinite(left):
                end = self.rightwards(after_head)
                return Name(self.line, left, end, self.kind, head, confidence=0.65)
        return self._apposition(after_head) if head in small["after_name"] else None

    def _past_modifiers(self, first: int) -> int:
        at = first - 1
        while at > 0 and (self.line.low(at) in self.words.modifiers or self.line.low(at) in "’'"):
            at -= 1
        return at

    def _is_nation_before(self, at: int, floor: int) -> bool:
        if at < floor:
            return False
        if self.tokens[at].is_possessive:
            at -= 1
        return self.is_nation(at)

    def _nation_start(self, at: int, floor: int) -> int:
        if self.tokens[at].is_possessive:
            at -= 1
        pair = at - 1 >= floor and self.line.capital(at - 1)
        if pair and nation_of(f"{self.tokens[at - 1].text} {self.tokens[at].text}"):
            return at - 1
        # "Azərbaycanın Gürcüstandakı səfirliyi"
        return at - 1 if pair and self.words.cases.after_place and self.is_nation(at - 1) else at

    def _names_small_head(self, before: int, head: Phrase) -> bool:
        token = self.tokens[before]
        if is_well_known(token.text, _A_CITY) and token.shape != CAPITALS:
            return head in self.words.small["after_place"]
        common = token.low in self.words.topics or token.low in self.words.modifiers
        begins = before == 0 and (common or self.head_at(before) > 0)
        return head in self.words.small["after_name"] and not begins and not self.is_date(before)

    def _is_indefinite(self, left: int) -> bool:
        return self.line.low(left - 1) in self.words.indefinite

    def _community(self, first: int, after_head: int, floor: int) -> Name | None:
        """As in "organized by the Polish community in Leeds": only where it acts as a body."""
        last = self.rightwards(after_head)
        left = first
        if self.is_nation(first - 1) and first - 1 >= floor:
            left = first - 1
        if last == after_head and left == first:
            return None
        named = self.tokens[first].capital and (last > after_head or self.line.capital(left - 1))
        if named and last == after_head:
            left = self.leftwards(left, floor)  # "Riga Jewish Community"
        if not (self._acts(left) or named):
            return None
        return Name(self.line, left, last, "community", self.head, confidence=0.55)

    def _acts(self, left: int) -> bool:
        """Whether words like "organized by" stand close in front, other bodies between."""
        low = [token.low for token in self.tokens[max(0, left - 12) : left]]
        return any(
            tuple(low[at : at + len(phrase)]) == phrase
            for phrase in self.words.before_actors
            for at in range(len(low) - len(phrase) + 1)
        )

    def _is_served(self, first: int) -> bool:
        """As in "deputy mayor of the City of Debrecen"."""
        of = first - 1 - (self.line.low(first - 1) in self.words.articles)
        return self.line.low(of) in self.words.of and self.is_title(of - 1)

    # --- the name behind the head -----------------------------------------------------------------

    def _apposition(self, at: int) -> Name | None:
        """As in "the youth choir, Varpelis, …", "the society “Vatan”", "the group Te Rōpū"."""
        comma = self.line.low(at) == ","
        first = at + comma
        if self.is_opening(first) and not comma:
            end = self.closing(first)
            return self._bare(first + 1, end - 1) if end > first else None
        if not self.line.capital(first) or not self._may_begin_bare(first):
            return None
        end = self._bare_end(first)
        if comma and (end > first + 1 or not self._is_set_apart(end)):
            return None
        return self._bare(first, end)

    def _is_set_apart(self, end: int) -> bool:
        return self.line.low(end) in (",", ".") and self.kind in ("ensemble", "company")

    def _bare_end(self, first: int) -> int:
        """Over capitals, and links between two of them: "Mãos que Falam"."""
        end = first + 1
        while end - first < _APPOSED_AT_MOST:
            if self.line.capital(end) and not self.is_title(end):
                end += 1
                continue
            link = end
            while link - end < 2 and self.line.low(link) in self.words.in_bare_names:
                link += 1
            if link == end and self._is_paired(end):
                link = end + 1  # "association Mémoire et Partage"
            if link == end or not self.line.capital(link):
                break
            end = link + 1
        return end

    def _is_paired(self, joining: int) -> bool:
        """Whether a word of its own stands behind "et", and no person."""
        if not self.words.head_first or self.line.low(joining) not in self.words.joining:
            return False
        after = joining + 1
        alone = self.line.capital(after) and not self.line.capital(after + 1)
        return alone and not (self.is_place(after) or self.head_at(after))

    def _may_begin_bare(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low in self.words.titles or token.low in self.words.outside - {"los", "las"}:
            return False
        namesake = self.kind == "education" and "-" in token.text  # "collège Jean-Moulin"
        if (is_given(token.text) and not namesake) or nation_of(token.text) or self.is_date(at):
            return False
        return not is_well_known(token.text, _A_CITY)

    def _bare(self, first: int, last: int) -> Name | None:
        if last <= first:
            return None
        return Name(self.line, first, last, self.kind, (), confidence=0.6)

    # --- acronyms ---------------------------------------------------------------------------------

    def _with_acronym(self, name: Name) -> Name:
        at = name.last
        if self.line.low(at) != "(" or ")" not in (self.line.low(at + 2), self.line.low(at + 3)):
            return name
        word = self.tokens[at + 1]
        letters = sum(mark.isupper() for mark in word.text)
        place = letters < 2 and (is_well_known(word.text) or nation_of(word.text))
        return replace(name, acronym=word.text) if word.capital and not place else name
