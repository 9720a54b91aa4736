/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/key-figures-layout.h"

#include "reports/pages/page-tags.h"

#define CARD_GAP 8.0
#define CARD_PADDING 6.5
#define CARD_RADIUS 4.0
#define UNIT_GAP 3.0

typedef struct {
  AtlasTextLines *label;
  AtlasTextLines *value;
  AtlasTextLines *unit;
  AtlasTextLines *detail;
  gboolean unit_below; /* no room for it behind the value */
} Card;

struct _AtlasKeyFiguresLayout
{
  const AtlasReportStyle *style;
  Card *cards;
  guint n;
  double card_width;
  double label_height; /* of the highest, so that the values stand on one line */
  double height;
};

/* A number is never broken: one too long for its card is set smaller. */
static AtlasTextRole
value_role (AtlasTextShaper *shaper,
            const char      *value,
            double           width)
{
  AtlasTextRole roles[] = { ATLAS_TEXT_CARD_VALUE, ATLAS_TEXT_HEADING_1, ATLAS_TEXT_HEADING_3 };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (atlas_text_shaper_measure (shaper, roles[i], value) <= width)
      return roles[i];
  return ATLAS_TEXT_CARD_LABEL;
}

static void
card_init (Card                 *card,
           AtlasTextShaper      *shaper,
           const AtlasKeyFigure *figure,
           double                width)
{
  double inner = width - 2 * CARD_PADDING;

  card->label = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_CARD_LABEL, figure->label, inner);
  card->value =
    atlas_text_lines_new_plain (shaper, value_role (shaper, figure->value, inner), figure->value, inner);
  card->unit = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_CARD_UNIT, figure->unit, inner);
  card->detail = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_CARD_DETAIL, figure->detail, inner);
  card->unit_below =
    atlas_text_lines_get_width (card->value) + UNIT_GAP + atlas_text_lines_get_width (card->unit) > inner;
}

static void
card_clear (Card *card)
{
  atlas_text_lines_free (card->label);
  atlas_text_lines_free (card->value);
  atlas_text_lines_free (card->unit);
  atlas_text_lines_free (card->detail);
}

static double
card_height_below_label (const Card *card)
{
  return atlas_text_lines_get_height (card->value) +
         (card->unit_below ? atlas_text_lines_get_height (card->unit) : 0) +
         atlas_text_lines_get_height (card->detail);
}

AtlasKeyFiguresLayout *
atlas_key_figures_layout_new (AtlasTextShaper *shaper,
                              GPtrArray       *key_figures,
                              double           width)
{
  AtlasKeyFiguresLayout *self = g_new0 (AtlasKeyFiguresLayout, 1);
  double below = 0;

  self->style = atlas_text_shaper_get_style (shaper);
  self->n = key_figures->len;
  self->cards = g_new0 (Card, self->n);
  self->card_width = (width - CARD_GAP * (self->n - 1)) / self->n;
  for (guint i = 0; i < self->n; i++)
    {
      Card *card = &self->cards[i];

      card_init (card, shaper, g_ptr_array_index (key_figures, i), self->card_width);
      self->label_height = MAX (self->label_height, atlas_text_lines_get_height (card->label));
      below = MAX (below, card_height_below_label (card));
    }
  self->height = self->label_height + below + 2 * CARD_PADDING;
  return self;
}

void
atlas_key_figures_layout_free (AtlasKeyFiguresLayout *self)
{
  for (guint i = 0; i < self->n; i++)
    card_clear (&self->cards[i]);
  g_free (self->cards);
  g_free (self);
}

double
atlas_key_figures_layout_get_height (const AtlasKeyFiguresLayout *self)
{
  return self->height;
}

static void
draw_ground (const AtlasKeyFiguresLayout *self,
             cairo_t                     *cr,
             double                       x,
             double                       y)
{
  const AtlasColour *colour = &self->style->card;
  double right = x + self->card_width - CARD_RADIUS, bottom = y + self->height - CARD_RADIUS;

  cairo_new_path (cr);
  cairo_arc (cr, right, y + CARD_RADIUS, CARD_RADIUS, -G_PI_2, 0);
  cairo_arc (cr, right, bottom, CARD_RADIUS, 0, G_PI_2);
  cairo_arc (cr, x + CARD_RADIUS, bottom, CARD_RADIUS, G_PI_2, G_PI);
  cairo_arc (cr, x + CARD_RADIUS, y + CARD_RADIUS, CARD_RADIUS, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_set_source_rgba (cr, colour->red, colour->green, colour->blue, colour->alpha);
  cairo_fill (cr);
}

static void
draw_texts (const AtlasKeyFiguresLayout *self,
            const Card                  *card,
            cairo_t                     *cr,
            double                       x,
            double                       y)
{
  double below;

  atlas_page_tag_begin (cr, "P");
  atlas_text_lines_draw_all (card->label, cr, x, y);
  y += self->label_height;
  atlas_text_lines_draw_all (card->value, cr, x, y);
  below = y + atlas_text_lines_get_height (card->value);
  if (card->unit_below)
    {
      atlas_text_lines_draw_all (card->unit, cr, x, below);
      below += atlas_text_lines_get_height (card->unit);
    }
  else
    atlas_text_lines_draw_all (card->unit, cr, x + atlas_text_lines_get_width (card->value) + UNIT_GAP,
                               y + atlas_text_lines_get_baseline (card->value) -
                                 atlas_text_lines_get_baseline (card->unit));
  atlas_text_lines_draw_all (card->detail, cr, x, below);
  atlas_page_tag_end (cr, "P");
}

void
atlas_key_figures_layout_draw (const AtlasKeyFiguresLayout *self,
                               cairo_t                     *cr,
                               double                       x,
                               double                       y)
{
  for (guint i = 0; i < self->n; i++)
    {
      draw_ground (self, cr, x, y);
      draw_texts (self, &self->cards[i], cr, x + CARD_PADDING, y + CARD_PADDING);
      x += self->card_width + CARD_GAP;
    }
}
