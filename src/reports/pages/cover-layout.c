/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/cover-layout.h"

#include "reports/pages/page-tags.h"

/* Where the parts stand, in heights of the text area. */
#define TITLE_TOP 0.2
#define FACTS_TOP 0.46
/* Between a label and its fact, in characters. */
#define LABEL_GAP 1.5
/* The facts stand in the middle, this wide at the most. */
#define FACTS_WIDTH 0.84
#define FACT_GAP 4.0
/* Between a title of many lines, the facts and what stands at the foot. */
#define TITLE_GAP 30.0

typedef struct {
  AtlasTextLines *label;
  AtlasTextLines *value;
} Fact;

struct _AtlasCoverLayout
{
  double width;
  double height;
  AtlasTextLines *title;
  Fact *facts;
  guint n_facts;
  double label_width;
  double left;          /* of the labels */
  AtlasTextLines *foot; /* (nullable) */
};

static void
create_facts (AtlasCoverLayout *self,
              AtlasTextShaper  *shaper,
              const AtlasBlock *block)
{
  double gap = LABEL_GAP * atlas_text_shaper_get_style (shaper)->texts[ATLAS_TEXT_BODY].size;
  double widest = 0;

  self->n_facts = block->key_figures != NULL ? block->key_figures->len : 0;
  self->facts = g_new0 (Fact, self->n_facts);
  for (guint i = 0; i < self->n_facts; i++)
    {
      const AtlasKeyFigure *fact = g_ptr_array_index (block->key_figures, i);

      self->facts[i].label = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_BODY, fact->label, -1);
      self->label_width = MAX (self->label_width, atlas_text_lines_get_width (self->facts[i].label) + gap);
    }
  for (guint i = 0; i < self->n_facts; i++)
    {
      const AtlasKeyFigure *fact = g_ptr_array_index (block->key_figures, i);

      self->facts[i].value = atlas_text_lines_new_plain (shaper, ATLAS_TEXT_BODY, fact->value,
                                                         FACTS_WIDTH * self->width - self->label_width);
      widest = MAX (widest, atlas_text_lines_get_width (self->facts[i].value));
    }
  self->left = (self->width - self->label_width - widest) / 2;
}

AtlasCoverLayout *
atlas_cover_layout_new (AtlasTextShaper  *shaper,
                        const AtlasBlock *block,
                        double            width,
                        double            height)
{
  AtlasCoverLayout *self = g_new0 (AtlasCoverLayout, 1);

  self->width = width;
  self->height = height;
  self->title = atlas_text_lines_new_title (shaper, block->text, width);
  create_facts (self, shaper, block);
  if (block->detail != NULL)
    self->foot =
      atlas_text_lines_new (shaper, ATLAS_TEXT_BODY, block->detail, width, PANGO_ALIGN_CENTER, 0, FALSE);
  return self;
}

void
atlas_cover_layout_free (AtlasCoverLayout *self)
{
  for (guint i = 0; i < self->n_facts; i++)
    {
      atlas_text_lines_free (self->facts[i].label);
      atlas_text_lines_free (self->facts[i].value);
    }
  g_free (self->facts);
  atlas_text_lines_free (self->title);
  g_clear_pointer (&self->foot, atlas_text_lines_free);
  g_free (self);
}

/* Where title and facts begin: at their places, but facts below a title of many lines, and such a title higher where not all would
 * have room. */
static void
place_parts (const AtlasCoverLayout *self,
             double                 *title,
             double                 *facts)
{
  double below = atlas_text_lines_get_height (self->title) + TITLE_GAP, height = 0, room = self->height;

  for (guint i = 0; i < self->n_facts; i++)
    height += atlas_text_lines_get_height (self->facts[i].value) + FACT_GAP;
  if (self->foot != NULL)
    room -= atlas_text_lines_get_height (self->foot) + TITLE_GAP;
  *title = CLAMP (MIN (TITLE_TOP * self->height, room - height - below), 0, self->height);
  *facts = MAX (MIN (FACTS_TOP * self->height, room - height), *title + below);
}

void
atlas_cover_layout_draw (const AtlasCoverLayout *self,
                         cairo_t                *cr,
                         double                  x,
                         double                  y)
{
  double title, top;

  place_parts (self, &title, &top);
  top += y;
  atlas_text_lines_draw_tagged (self->title, cr, "H1", x, y + title);
  for (guint i = 0; i < self->n_facts; i++)
    {
      const Fact *fact = &self->facts[i];

      atlas_page_tag_begin (cr, "P");
      atlas_text_lines_draw_all (fact->label, cr, x + self->left, top);
      atlas_text_lines_draw_all (fact->value, cr, x + self->left + self->label_width, top);
      atlas_page_tag_end (cr, "P");
      top += atlas_text_lines_get_height (fact->value) + FACT_GAP;
    }
  if (self->foot != NULL)
    atlas_text_lines_draw_tagged (self->foot, cr, "P", x, y + self->height - atlas_text_lines_get_height (self->foot));
}
