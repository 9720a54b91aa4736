/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/overview-cards.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/qualified-number.h"
#include "dataset/text.h"
#include "indicators/number-format.h"
#include "window/pages/overview-trend.h"
#include "window/pages/page-questions.h"
#include "window/pages/trends-cards.h"

/* Why there is no number: the last note; those before it say how it was asked. */
static const char *
get_reason (const AtlasObservation *figure)
{
  return figure->notes->len > 0 ? g_ptr_array_index (figure->notes, figure->notes->len - 1) : _("No published figure");
}

/* Asks INDICATOR of the region as a number of its own, with the years up to its own; NULL on error; (transfer full). */
static AtlasCardFigure *
figure_new (AtlasCardContext  *context,
            const char        *indicator,
            GError           **error)
{
  g_autoptr (AtlasTable) table = atlas_card_ask_region (context, indicator, NULL, error);
  AtlasCardFigure *self;
  g_autofree char *reason = NULL;

  if (table == NULL)
    return NULL;
  self = atlas_card_figure_new (table);
  if (!atlas_table_has_values (table))
    {
      reason = atlas_text_dup_capitalized (get_reason (atlas_card_figure_get (self)));
      atlas_card_figure_add_detail (self, reason, NULL, NULL, 0);
    }
  else if (atlas_card_figure_get (self)->year != 0)
    self->years = atlas_overview_ask_trend (context, indicator, context->region->code, atlas_card_figure_get (self)->year, NULL);
  return self;
}

/* (nullable) (transfer full): INDICATOR of the region if it has a value. */
static AtlasTable *
ask_value (AtlasCardContext *context,
           const char       *indicator)
{
  g_autoptr (AtlasTable) table = atlas_card_ask_region (context, indicator, NULL, NULL);

  return table != NULL && atlas_table_has_values (table) ? g_steal_pointer (&table) : NULL;
}

/* (nullable) (transfer full): " (2022)" behind a number that is of another year than the card's FIGURE (nullable). */
static char *
dup_other_period (const AtlasObservation *detail,
                  const AtlasObservation *figure)
{
  g_autofree char *period = NULL;

  if (figure != NULL && detail->year == figure->year)
    return NULL;
  period = atlas_format_period (detail->period);
  return g_strdup_printf (C_("period of a number", " (%s)"), period);
}

static char *
dup_label (AtlasTable             *table,
           const AtlasObservation *figure)
{
  const AtlasObservation *detail = atlas_table_get_row (table, 0);
  g_autofree char *period = dup_other_period (detail, figure);
  g_autofree char *number =
    atlas_format_label (detail->value, detail->qualifier, atlas_table_get_unit (table), ATLAS_SCALE_ONE);

  return g_strconcat (number, period, NULL);
}

/* The value of another INDICATOR of the region, said as PATTERN has it; nothing where it has none. PATTERN is translated
 * and has one %s. */
static void
add_indicator (AtlasCardFigure  *self,
               AtlasCardContext *context,
               const char       *indicator,
               const char       *pattern)
{
  g_autoptr (AtlasTable) table = ask_value (context, indicator);
  g_autofree char *number = NULL;
  g_autoptr (GString) text = NULL;

  if (table == NULL)
    return;
  number = dup_label (table, atlas_card_figure_get (self));
  text = g_string_new (pattern);
  g_string_replace (text, "%s", number, 1);
  atlas_card_figure_add_detail (self, text->str, number, table, 0);
}

/* Only where the figure itself and one of the year before bear a comparison. It stands first: behind a share it would be read as
 * that of the share. */
static void
add_change (AtlasCardFigure  *self,
            AtlasCardContext *context,
            const char       *indicator)
{
  const AtlasObservation *figure = atlas_card_figure_get (self);
  const char *codes[] = { context->region->code, NULL };
  g_autoptr (AtlasTable) before = NULL;
  const AtlasObservation *from;
  g_autofree char *growth = NULL;
  g_autofree char *period = NULL;
  g_autofree char *text = NULL;

  if (figure->year == 0)
    return;
  before = atlas_card_ask_years (context, indicator, codes, figure->year - 1, figure->year - 1, NULL, NULL);
  if (before == NULL || atlas_table_get_n_rows (before) == 0)
    return;
  from = atlas_table_get_row (before, 0);
  if (!atlas_trends_has_change (from, figure))
    return;

  growth = atlas_format_growth (from->value, figure->value);
  period = atlas_format_period (from->period);
  /* Translators: growth and the year it is counted from, such as "+24.7% on 2022" */
  text = g_strdup_printf (_("%s on %s"), growth, period);
  atlas_card_figure_add_detail (self, text, growth, before, 0);
}

/* INDICATOR of the region CODE in YEAR (0: the latest), or a figure that stands in for it. */
static AtlasTable *
ask_year (AtlasCardContext *context,
          const char       *indicator,
          const char       *code,
          int               year)
{
  g_autoptr (AtlasQuestion) question = atlas_question_new (indicator);
  const char *codes[] = { code, NULL };

  atlas_question_set_regions (question, codes);
  atlas_question_set_years (question, year, year);
  question->stand_in = TRUE;
  return atlas_card_ask (context, question, NULL);
}

/* The number of the region above, of the same year where it has one. */
static void
add_parent (AtlasCardFigure  *self,
            AtlasCardContext *context,
            const char       *indicator)
{
  const AtlasRegion *parent = context->region->parent;
  g_autoptr (AtlasTable) table =
    parent != NULL ? ask_year (context, indicator, parent->code, atlas_card_figure_get (self)->year) : NULL;
  const AtlasObservation *above;
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (table == NULL || !atlas_table_has_values (table))
    return;
  above = atlas_table_get_row (table, 0);
  name = atlas_region_dup_short_name (parent);
  number = atlas_format_observation (above, atlas_table_get_unit (table));
  text = g_strdup_printf (C_("region above", "%s: %s"), name, number);
  atlas_card_figure_add_detail (self, text, number, table, 0);
}

AtlasCardContent *
atlas_overview_make_certified (AtlasCardContext  *context,
                               GError           **error)
{
  AtlasCardFigure *self = figure_new (context, "certified_workers", error);

  if (self == NULL)
    return NULL;
  if (!atlas_observation_is_missing (atlas_card_figure_get (self)))
    {
      add_change (self, context, "certified_workers");
      add_indicator (self, context, "certified_share", _("%s of all professionals"));
      add_indicator (self, context, "certified_per_10k", _("%s per 10,000 residents"));
      add_parent (self, context, "certified_workers");
    }
  return atlas_card_content_new_figure (self);
}

static void
add_coverage (AtlasCardFigure  *self,
              AtlasCardContext *context)
{
  g_autoptr (AtlasTable) table = ask_value (context, "township_coverage");
  const AtlasObservation *coverage;
  g_autofree char *number = NULL;
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;
  g_autofree char *text = NULL;

  if (table == NULL)
    return;
  coverage = atlas_table_get_row (table, 0);
  number = dup_label (table, atlas_card_figure_get (self));
  numerator = atlas_format_cell (coverage->numerator, NULL, ATLAS_SCALE_ONE);
  denominator = atlas_format_cell (coverage->denominator, NULL, ATLAS_SCALE_ONE);
  /* Translators: computed coverage with its two numbers, such as "99.6% covered (242 / 243)" */
  text = g_strdup_printf (_("%s covered (%s / %s)"), number, numerator, denominator);
  atlas_card_figure_add_detail (self, text, number, table, 0);
}

/* What the region itself says of its coverage; FIGURE (nullable): beside which. */
static void
add_claim (AtlasCardFigure        *self,
           AtlasCardContext       *context,
           const AtlasObservation *figure)
{
  g_autoptr (AtlasTable) table = ask_value (context, "coverage_rate");
  g_autofree char *number = NULL;
  g_autofree char *period = NULL;
  g_autofree char *text = NULL;

  if (table == NULL)
    return;
  number = dup_label (table, figure);
  if (atlas_table_get_row (table, 0)->value == 100)
    {
      period = dup_other_period (atlas_table_get_row (table, 0), figure);
      text = g_strconcat (_("published: full coverage"), period, NULL);
    }
  else
    text = g_strdup_printf (_("published: %s"), number);
  atlas_card_figure_add_detail (self, text, period != NULL ? period : number, table, 0);
}

/* The indicator counts the stations of one tier unless asked otherwise: the card is named after that tier; (nullable). */
static const char *
get_tier_name (AtlasCatalogue *catalogue)
{
  const AtlasIndicator *stations = atlas_catalogue_find_indicator (catalogue, "stations");
  const char *tier = stations != NULL ? atlas_dimension_values_lookup (stations->defaults, "tier") : NULL;
  const AtlasDimensionValue *value = tier != NULL ? atlas_catalogue_find_value (catalogue, "tier", tier) : NULL;

  if (g_strcmp0 (tier, "township_station") == 0)
    return C_("key figure", "Township stations");
  return value != NULL ? atlas_dimension_value_get_name (value) : NULL;
}

AtlasCardContent *
atlas_overview_make_stations (AtlasCardContext  *context,
                              GError           **error)
{
  AtlasCardFigure *self = figure_new (context, "stations", error);

  if (self == NULL)
    return NULL;
  self->name = g_strdup (get_tier_name (context->catalogue));
  if (atlas_observation_is_missing (atlas_card_figure_get (self)))
    {
      add_claim (self, context, NULL);
    }
  else
    {
      add_change (self, context, "stations");
      add_coverage (self, context);
      add_claim (self, context, atlas_card_figure_get (self));
    }
  return atlas_card_content_new_figure (self);
}

static int
find_largest (AtlasTable *table)
{
  int largest = -1;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!atlas_observation_is_missing (row) &&
          (largest < 0 || row->value > atlas_table_get_row (table, largest)->value))
        largest = i;
    }
  return largest;
}

/* "Service purchase: 73.4%": what most of the money is for. */
static void
add_main_purpose (AtlasCardFigure  *self,
                  AtlasCardContext *context)
{
  const AtlasObservation *total = atlas_card_figure_get (self);
  g_autoptr (AtlasTable) parts = atlas_card_ask_region (context, "funding", "purpose", NULL);
  int largest = parts != NULL ? find_largest (parts) : -1;
  const AtlasObservation *part;
  AtlasQualifiedNumber share;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (largest < 0)
    return;
  part = atlas_table_get_row (parts, largest);
  if (part->year != total->year || part->value >= total->value ||
      !atlas_qualified_divide ((AtlasQualifiedNumber) { part->value, part->qualifier },
                               (AtlasQualifiedNumber) { total->value, total->qualifier }, &share))
    return;
  number = atlas_format_label (share.value * 100, share.qualifier, atlas_catalogue_find_unit (context->catalogue, "percent"),
                               ATLAS_SCALE_ONE);
  /* Translators: a purpose of funding and its share, such as "Service purchase: 73.4%" */
  text = g_strdup_printf (C_("purpose", "%s: %s"), atlas_table_get_by_name (parts, largest, 0), number);
  atlas_card_figure_add_detail (self, text, number, parts, largest);
}

AtlasCardContent *
atlas_overview_make_funding (AtlasCardContext  *context,
                             GError           **error)
{
  AtlasCardFigure *self = figure_new (context, "funding", error);

  if (self == NULL)
    return NULL;
  if (!atlas_observation_is_missing (atlas_card_figure_get (self)))
    add_main_purpose (self, context);
  if (atlas_card_figure_get (self)->basis == ATLAS_BASIS_PUBLISHED_PARTS)
    atlas_card_figure_add_detail (self, _("added up from published parts"), NULL, self->table, 0);
  return atlas_card_content_new_figure (self);
}

AtlasCardContent *
atlas_overview_make_organisations (AtlasCardContext  *context,
                                   GError           **error)
{
  AtlasCardFigure *self = figure_new (context, "social_work_orgs", error);

  if (self == NULL)
    return NULL;
  if (!atlas_observation_is_missing (atlas_card_figure_get (self)))
    {
      add_change (self, context, "social_work_orgs");
      add_parent (self, context, "social_work_orgs");
    }
  return atlas_card_content_new_figure (self);
}
