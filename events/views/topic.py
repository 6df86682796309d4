from django.http import Http404
from django.views.generic import TemplateView

from events.keyset import Order
from events.models import Event, Topic
from events.models.listing import newest_under
from events.views.base import LinkableList


class TopicList(LinkableList):
    template_name = "events/topic_list.html"
    model = Topic
    order = Order(key="name", descending=False, is_date=False)


class TopicDetail(TemplateView):
    """A subject heading; its slug is its address."""

    template_name = "events/topic_detail.html"

    def get_context_data(self, slug, **kwargs):
        topic = Topic.objects.published().filter(slug=slug).first()
        if topic is None:
            raise Http404
        return super().get_context_data(
            **kwargs,
            topic=topic,
            events=newest_under(Event.objects.with_dateline(), topic.heading, 20),
        )
