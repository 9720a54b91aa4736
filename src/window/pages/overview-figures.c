/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/overview-figures.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/qualified-number.h"
#include "dataset/text.h"
#include "indicators/change.h"
#include "indicators/number-format.h"
#include "window/pages/page-questions.h"

/* Why there is no number: the last note; those before it say how it was asked. */
static const char *
get_reason (const AtlasObservation *figure)
{
  return figure->notes->len > 0 ? g_ptr_array_index (figure->notes, figure->notes->len - 1) : _("No published figure");
}

/* The years up to that of the figure. */
static void
add_trend (AtlasKeyFigureCard     *card,
           AtlasSession           *session,
           const char             *indicator,
           const AtlasObservation *figure)
{
  g_autoptr (AtlasTable) years =
    figure->year != 0 ? atlas_ask_trend (session, indicator, figure->region->code, figure->year, NULL) : NULL;

  if (years != NULL)
    atlas_key_figure_card_set_trend (card, years);
}

/* Asks INDICATOR of REGION and shows it as the card's number, in the scale that suits it, whatever that of the charts is;
 * (nullable) (transfer full): NULL where there is none. */
static AtlasTable *
show_figure (AtlasKeyFigureCard *card,
             AtlasSession       *session,
             const AtlasRegion  *region,
             const char         *indicator)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) table = atlas_ask_region (session, indicator, region->code, NULL, &error);
  g_autofree char *reason = NULL;

  if (table == NULL)
    {
      atlas_key_figure_card_set_failed (card, indicator, error->message);
      return NULL;
    }
  atlas_key_figure_card_set_figure (card, table, 0);
  if (atlas_table_has_values (table))
    {
      add_trend (card, session, indicator, atlas_table_get_row (table, 0));
      return g_steal_pointer (&table);
    }

  reason = atlas_text_dup_capitalized (get_reason (atlas_table_get_row (table, 0)));
  atlas_key_figure_card_add_detail (card, reason, NULL, NULL, 0);
  return NULL;
}

/* (nullable) (transfer full): INDICATOR of REGION if it has a value. */
static AtlasTable *
ask_value (AtlasSession      *session,
           const AtlasRegion *region,
           const char        *indicator)
{
  g_autoptr (AtlasTable) table = atlas_ask_region (session, indicator, region->code, NULL, NULL);

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
add_indicator (AtlasKeyFigureCard     *card,
               AtlasSession           *session,
               const AtlasObservation *figure,
               const char             *indicator,
               const char             *pattern)
{
  g_autoptr (AtlasTable) table = ask_value (session, figure->region, indicator);
  g_autofree char *number = NULL;
  g_autoptr (GString) text = NULL;

  if (table == NULL)
    return;
  number = dup_label (table, figure);
  text = g_string_new (pattern);
  g_string_replace (text, "%s", number, 1);
  atlas_key_figure_card_add_detail (card, text->str, number, table, 0);
}

/* Only where the figure itself and one of the year before bear a comparison. */
static void
add_change (AtlasKeyFigureCard     *card,
            AtlasSession           *session,
            const char             *indicator,
            const AtlasObservation *figure)
{
  g_autoptr (AtlasTable) before = NULL;
  const AtlasObservation *from;
  g_autofree char *growth = NULL;
  g_autofree char *period = NULL;
  g_autofree char *text = NULL;

  if (figure->year == 0)
    return;
  before = atlas_ask_years (session, indicator, figure->region->code, figure->year - 1, figure->year - 1, NULL);
  if (before == NULL || atlas_table_get_n_rows (before) == 0)
    return;
  from = atlas_table_get_row (before, 0);
  if (!atlas_change_is_allowed (from, figure))
    return;

  growth = atlas_format_growth (from->value, figure->value);
  period = atlas_format_period (from->period);
  /* Translators: growth and the year it is counted from, such as "+24.7% on 2022" */
  text = g_strdup_printf (_("%s on %s"), growth, period);
  atlas_key_figure_card_add_detail (card, text, growth, before, 0);
}

/* The number of the region above, of the same year where it has one. */
static void
add_parent (AtlasKeyFigureCard     *card,
            AtlasSession           *session,
            const char             *indicator,
            const AtlasObservation *figure)
{
  const AtlasRegion *parent = figure->region->parent;
  g_autoptr (AtlasTable) table =
    parent != NULL ? atlas_ask_year (session, indicator, parent->code, figure->year, NULL) : NULL;
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
  atlas_key_figure_card_add_detail (card, text, number, table, 0);
}

gboolean
atlas_overview_show_certified (AtlasKeyFigureCard *card,
                               AtlasSession       *session,
                               const AtlasRegion  *region)
{
  g_autoptr (AtlasTable) table = show_figure (card, session, region, "certified_workers");
  const AtlasObservation *figure;

  if (table == NULL)
    return FALSE;
  figure = atlas_table_get_row (table, 0);
  add_indicator (card, session, figure, "certified_share", _("%s of all professionals"));
  add_indicator (card, session, figure, "certified_per_10k", _("%s per 10,000 residents"));
  add_change (card, session, "certified_workers", figure);
  add_parent (card, session, "certified_workers", figure);
  return TRUE;
}

static void
add_coverage (AtlasKeyFigureCard     *card,
              AtlasSession           *session,
              const AtlasRegion      *region,
              const AtlasObservation *figure)
{
  g_autoptr (AtlasTable) table = ask_value (session, region, "township_coverage");
  const AtlasObservation *coverage;
  g_autofree char *number = NULL;
  g_autofree char *numerator = NULL;
  g_autofree char *denominator = NULL;
  g_autofree char *text = NULL;

  if (table == NULL)
    return;
  coverage = atlas_table_get_row (table, 0);
  number = dup_label (table, figure);
  numerator = atlas_format_cell (coverage->numerator, NULL, ATLAS_SCALE_ONE);
  denominator = atlas_format_cell (coverage->denominator, NULL, ATLAS_SCALE_ONE);
  /* Translators: computed coverage with its two numbers, such as "99.6% covered (242 / 243)" */
  text = g_strdup_printf (_("%s covered (%s / %s)"), number, numerator, denominator);
  atlas_key_figure_card_add_detail (card, text, number, table, 0);
}

/* What the region itself says of its coverage. */
static void
add_claim (AtlasKeyFigureCard     *card,
           AtlasSession           *session,
           const AtlasRegion      *region,
           const AtlasObservation *figure)
{
  g_autoptr (AtlasTable) table = ask_value (session, region, "coverage_rate");
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
  atlas_key_figure_card_add_detail (card, text, period != NULL ? period : number, table, 0);
}

/* The indicator counts the stations of one tier unless asked otherwise: the card is named after that tier. */
static void
name_by_tier (AtlasKeyFigureCard *card,
              AtlasSession       *session)
{
  AtlasCatalogue *catalogue = atlas_session_get_catalogue (session);
  const AtlasIndicator *stations = atlas_catalogue_find_indicator (catalogue, "stations");
  const char *tier = stations != NULL ? atlas_dimension_values_lookup (stations->defaults, "tier") : NULL;
  const AtlasDimensionValue *value = tier != NULL ? atlas_catalogue_find_value (catalogue, "tier", tier) : NULL;

  if (g_strcmp0 (tier, "township_station") == 0)
    atlas_key_figure_card_set_name (card, C_("key figure", "Township stations"));
  else if (value != NULL)
    atlas_key_figure_card_set_name (card, atlas_dimension_value_get_name (value));
}

gboolean
atlas_overview_show_stations (AtlasKeyFigureCard *card,
                              AtlasSession       *session,
                              const AtlasRegion  *region)
{
  g_autoptr (AtlasTable) table = show_figure (card, session, region, "stations");

  name_by_tier (card, session);
  if (table == NULL)
    {
      add_claim (card, session, region, NULL);
      return FALSE;
    }
  add_coverage (card, session, region, atlas_table_get_row (table, 0));
  add_claim (card, session, region, atlas_table_get_row (table, 0));
  add_change (card, session, "stations", atlas_table_get_row (table, 0));
  return TRUE;
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

/* "Service purchase: 73.4%": what most of the money is for, of PARTS (nullable). */
static void
add_main_purpose (AtlasKeyFigureCard     *card,
                  AtlasSession           *session,
                  const AtlasObservation *total,
                  AtlasTable             *parts)
{
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
  number = atlas_format_label (share.value * 100, share.qualifier,
                               atlas_catalogue_find_unit (atlas_session_get_catalogue (session), "percent"),
                               ATLAS_SCALE_ONE);
  /* Translators: a purpose of funding and its share, such as "Service purchase: 73.4%" */
  text = g_strdup_printf (C_("purpose", "%s: %s"), atlas_table_get_by_name (parts, largest, 0), number);
  atlas_key_figure_card_add_detail (card, text, number, parts, largest);
}

gboolean
atlas_overview_show_funding (AtlasKeyFigureCard *card,
                             AtlasSession       *session,
                             const AtlasRegion  *region)
{
  g_autoptr (AtlasTable) parts = atlas_ask_region (session, "funding", region->code, "purpose", NULL);
  g_autoptr (AtlasTable) table = show_figure (card, session, region, "funding");
  const AtlasObservation *total;

  if (table == NULL)
    return FALSE;
  total = atlas_table_get_row (table, 0);
  add_main_purpose (card, session, total, parts);
  if (total->basis == ATLAS_BASIS_PUBLISHED_PARTS)
    atlas_key_figure_card_add_detail (card, _("added up from published parts"), NULL, table, 0);
  return TRUE;
}

gboolean
atlas_overview_show_organisations (AtlasKeyFigureCard *card,
                                   AtlasSession       *session,
                                   const AtlasRegion  *region)
{
  g_autoptr (AtlasTable) table = show_figure (card, session, region, "social_work_orgs");

  if (table == NULL)
    return FALSE;
  add_change (card, session, "social_work_orgs", atlas_table_get_row (table, 0));
  add_parent (card, session, "social_work_orgs", atlas_table_get_row (table, 0));
  return TRUE;
}
