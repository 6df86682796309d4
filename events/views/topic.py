from functools import cached_property

from django.http import Http404
from django.views.generic import TemplateView

from events.keyset import Order
from events.models import Event, Topic
from events.models.listing import newest_under
from events.serializers.event import EVENT
from events.serializers.linkable import TOPIC
from events.views.base import LinkableList, RefuseBadQuery, selection_under
from events.views.files import Files


class TopicList(LinkableList):
    template_name = "events/topic_list.html"
    written_as = TOPIC
    model = Topic
    order = Order(key="name", descending=False, is_date=False)


class TopicDetail(Files, RefuseBadQuery, TemplateView):
    """A subject heading; its slug is its address."""

    template_name = "events/topic_detail.html"
    extensions = ("atom", "ics", "json", "csv", "geojson")

    @cached_property
    def topic(self) -> Topic:
        topic = Topic.objects.published().filter(slug=self.kwargs["slug"]).first()
        if topic is None:
            raise Http404
        return topic

    def selection(self):
        return selection_under(self.topic, EVENT, self.request)

    def get_context_data(self, **kwargs):
        events = newest_under(Event.objects.as_entries(), self.topic.heading, 20)
        return super().get_context_data(**kwargs, topic=self.topic, events=events)
