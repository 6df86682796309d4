import pytest

from reports.intake.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The choir sang at the square and the mayor laid a wreath for the victims.", "en"),
        ("La chorale a chanté sur la place et le maire a déposé une gerbe.", "fr"),
        ("Der Chor sang auf dem Platz, und der Bürgermeister legte einen Kranz nieder.", "de"),
        ("El coro cantó en la plaza y el alcalde depositó una ofrenda floral.", "es"),
        ("O coro cantou na praça e o presidente da câmara depositou uma coroa.", "pt"),
        ("Il coro ha cantato nella piazza e il sindaco ha deposto una corona.", "it"),
        ("Tədbirdə xor mahnı oxuyub və abidə önünə əklil qoyulub.", "az"),
        ("Törende koro şarkı söyledi ve belediye başkanı anıta çelenk bıraktı.", "tr"),
        ("Хор пел на площади, и мэр возложил венок к памятнику.", "ru"),
        ("Хор співав на площі, і мер поклав вінок до пам’ятника.", "uk"),
        ("Երգչախումբը երգեց հրապարակում, և քաղաքապետը ծաղիկներ դրեց։", "hy"),
        ("غنّت الجوقة في الساحة ووضع رئيس البلدية إكليلاً من الزهور على النصب.", "ar"),
        ("Chór śpiewał na placu, a burmistrz złożył wieniec pod pomnikiem.", "pl"),
        ("Het koor zong op het plein en de burgemeester legde een krans.", "nl"),
        ("", ""),
        ("Vienna 2026 Oslo 1999", ""),
        ("xqz wvb kjh pfg", ""),
    ],
)
def test_language_is_told_by_small_words(text, language):
    assert language_of(text) == language
