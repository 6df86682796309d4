from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from taggit.models import ItemBase, TagBase

from events.models.linkable import LinkableQuerySet, PublicWhenLinked
from events.names import address_words, clean_text


class Topic(PublicWhenLinked, TagBase):
    """A subject heading (tag) with a page of its own, shared by events and reports.

    The slug is its address for good: renaming a topic does not move its page.
    """

    objects = LinkableQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name", "pk"]

    def save(self, *args, **options):
        self.derive()
        super().save(*args, **options)

    def derive(self) -> None:
        self.name = clean_text(self.name)

    @property
    def display_name(self) -> str:
        return self.name

    def slugify(self, tag: str, i: int | None = None) -> str:
        slug = address_words(tag) or "topic"
        return slug if i is None else f"{slug}-{i}"

    def get_absolute_url(self) -> str:
        return reverse("topic_detail", kwargs={"slug": self.slug})


class EventTopic(ItemBase):
    """An event carries a topic."""

    tag = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="event_links")
    content_object = models.ForeignKey(
        "events.Event", on_delete=models.CASCADE, related_name="topic_links"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(name="event_topic_once", fields=["content_object", "tag"]),
        ]
