import pytest

from events.models import Heading
from events.models.bulk import insert_rows

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [0, 1, 50, 120])
def test_rows_of_any_number_are_inserted_each_once(number, django_assert_max_num_queries):
    rows = [(f"place:{n:03}", f"Place {n}", "", "", None, None) for n in range(number)]

    with django_assert_max_num_queries(2):
        insert_rows(Heading, [field.attname for field in Heading._meta.fields], rows)

    assert list(Heading.objects.order_by("key").values_list()) == rows
