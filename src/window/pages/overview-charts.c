/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/overview-charts.h"

#include <glib/gi18n.h>

#include "charts/inequality.h"
#include "charts/parent-reference.h"
#include "indicators/count-index.h"
#include "indicators/number-format.h"
#include "window/chart-views/chart-titles.h"
#include "window/pages/page-questions.h"

/* Up to so many bars each missing one keeps its place; of more they are named under the chart. */
#define MAX_BARS_WITH_MISSING 16
/* More names than that nobody reads under a chart. */
#define MAX_NAMES 8
/* Of fewer values a median and quartiles say nothing. */
#define LEAST_SPREAD ATLAS_INEQUALITY_LEAST

static const char *
get_indicator_name (AtlasSession *session)
{
  return atlas_indicator_get_name (
    atlas_catalogue_find_indicator (atlas_session_get_catalogue (session), atlas_session_get_indicator (session)));
}

/* SUBTITLE (nullable): in place of unit and period. */
static void
show (AtlasChartCard *card,
      AtlasSession   *session,
      AtlasChartKind  kind,
      AtlasTable     *table,
      const char     *title,
      const char     *subtitle)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (kind, table);

  if (subtitle != NULL)
    atlas_chart_spec_set_titles (spec, title, subtitle);
  else
    atlas_chart_spec_set_card_titles (spec, title);
  spec->slots = atlas_session_dup_slots (session);
  atlas_chart_card_set_spec (card, spec);
}

/* "2 + 868 + 3,202 = 4,072": whether the grades add up to the total that is printed beside them. */
static void
add_sum_line (AtlasChartCard *card,
              AtlasTable     *grades,
              AtlasTable     *total)
{
  const AtlasObservation *whole = atlas_table_get_row (total, 0);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *whole_text = NULL;
  g_autofree char *line = NULL;
  double sum = 0;

  if (atlas_table_count_missing (grades) > 0 || atlas_observation_is_missing (whole) ||
      whole->basis != ATLAS_BASIS_PUBLISHED)
    return;
  for (guint i = 0; i < atlas_table_get_n_rows (grades); i++)
    {
      const AtlasObservation *part = atlas_table_get_row (grades, i);
      g_autofree char *number = atlas_format_cell (part->value, NULL, ATLAS_SCALE_ONE);

      if (part->year != whole->year)
        return;
      sum += part->value;
      g_string_append_printf (text, "%s%s", i > 0 ? " + " : "", number);
    }
  whole_text = atlas_format_cell (whole->value, NULL, ATLAS_SCALE_ONE);
  if (sum == whole->value)
    line = g_strdup_printf (_("✓ %s = %s, as the published total"), text->str, whole_text);
  else
    line = g_strdup_printf (_("⚠ %s is not the published total, %s"), text->str, whole_text);
  atlas_chart_card_set_note (card, line, sum == whole->value ? "success" : "warning");
}

/* What the bar is 100 % of; NULL if the total is not of the same year as its parts. */
static char *
dup_whole_line (AtlasTable *grades,
                AtlasTable *total)
{
  const AtlasObservation *whole = atlas_table_get_row (total, 0);
  g_autofree char *number = NULL;

  if (atlas_observation_is_missing (whole) || whole->year != atlas_table_get_row (grades, 0)->year)
    return NULL;
  number = atlas_format_observation (whole, atlas_table_get_unit (total));
  /* Translators: what a 100 % bar is made of, such as "Certified social workers: 4,072 people = 100%" */
  return g_strdup_printf (_("%s: %s = 100%%"), atlas_indicator_get_name (atlas_table_get_indicator (total)), number);
}

gboolean
atlas_overview_show_grades (AtlasChartCard    *card,
                            AtlasSession      *session,
                            const AtlasRegion *region)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) grades = atlas_ask_region (session, "certified_workers", region->code, "grade", &error);
  g_autoptr (AtlasTable) total =
    grades != NULL ? atlas_ask_region (session, "certified_workers", region->code, NULL, &error) : NULL;
  g_autofree char *subtitle = NULL;

  if (total == NULL || !atlas_table_has_values (grades))
    {
      atlas_chart_card_set_empty (card, _("Grade mix"),
                                  error != NULL ? error->message : _("No figures by grade have been published. Import the register of personnel, or "
                                                    "enter the number of each grade."));
      atlas_chart_card_offer (card, "personnel", "certified_workers");
      return FALSE;
    }
  if (atlas_table_count_missing (grades) > 0)
    {
      /* Without all three nobody knows the whole. */
      show (card, session, ATLAS_CHART_BAR, grades, _("Certified workers by grade"), NULL);
      return TRUE;
    }
  subtitle = dup_whole_line (grades, total);
  show (card, session, ATLAS_CHART_PERCENT_BAR, grades, _("Grade mix"), subtitle);
  add_sum_line (card, grades, total);
  return TRUE;
}

gboolean
atlas_overview_show_purposes (AtlasChartCard    *card,
                              AtlasSession      *session,
                              const AtlasRegion *region)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) all = atlas_ask_region (session, "funding", region->code, "purpose", &error);
  g_autoptr (AtlasTable) purposes = NULL;

  if (all == NULL || !atlas_table_has_values (all))
    {
      atlas_chart_card_set_empty (card, _("Funding by purpose"),
                                  error != NULL ? error->message : _("No funding has been published by purpose. Import the ledger of funding, or enter "
                                                    "amounts with their purpose."));
      atlas_chart_card_offer (card, "funding", "funding");
      return FALSE;
    }
  purposes = atlas_table_new_without_missing (all);
  show (card, session, ATLAS_CHART_BAR, purposes, _("Funding by purpose"), NULL);
  return TRUE;
}

/* The region itself and those below it of which coverage can be told. */
static AtlasTable *
ask_coverage (AtlasSession       *session,
              const AtlasRegion  *region,
              GError            **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;
  g_autoptr (AtlasTable) children = atlas_ask_children (session, "township_coverage", region, error);

  if (children == NULL)
    return NULL;
  g_strv_builder_add (builder, region->code);
  for (guint i = 0; i < atlas_table_get_n_rows (children); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (children, i)))
      g_strv_builder_add (builder, atlas_table_get_row (children, i)->region->code);
  codes = g_strv_builder_end (builder);
  return atlas_ask_regions (session, "township_coverage", (const char *const *) codes, NULL, error);
}

/* A region that says it is covered everywhere, while by the list of divisions it is not, or the other way round. */
static void
add_claim_line (AtlasChartCard         *card,
                AtlasSession           *session,
                const AtlasObservation *computed)
{
  g_autoptr (AtlasTable) table = atlas_ask_region (session, "coverage_rate", computed->region->code, NULL, NULL);
  const AtlasObservation *claim = table != NULL ? atlas_table_get_row (table, 0) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *period = NULL;
  g_autofree char *line = NULL;

  if (claim == NULL || atlas_observation_is_missing (claim))
    return;
  number = atlas_format_label (claim->value, claim->qualifier, atlas_table_get_unit (table), ATLAS_SCALE_ONE);
  period = atlas_format_period (claim->period);
  if (!atlas_observation_is_missing (computed) && claim->value == computed->value)
    {
      line = g_strdup_printf (_("✓ Published: %s (%s)"), number, period);
      atlas_chart_card_set_note (card, line, "success");
    }
  else
    {
      line = g_strdup_printf (_("⚠ Published: %s (%s); computed against the list of divisions of 2023"), number,
                              period);
      atlas_chart_card_set_note (card, line, "warning");
    }
}

gboolean
atlas_overview_show_coverage (AtlasChartCard    *card,
                              AtlasSession      *session,
                              const AtlasRegion *region)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) table = ask_coverage (session, region, &error);
  g_autoptr (AtlasChartSpec) spec = NULL;
  g_autofree char *note = NULL;

  if (table == NULL || !atlas_table_has_values (table))
    {
      if (table != NULL)
        note = atlas_observation_dup_note (atlas_table_get_row (table, 0));
      atlas_chart_card_set_empty (card, _("Township station coverage"),
                                  error != NULL         ? error->message
                                  : note[0] != '\0' ? note
                                                        : _("No number of township stations has been published."));
      atlas_chart_card_offer (card, "stations", "stations");
      return FALSE;
    }
  spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  atlas_chart_spec_set_card_titles (spec, _("Township station coverage"));
  atlas_chart_spec_set_reference (spec, 100, "100%");
  spec->slots = atlas_session_dup_slots (session);
  spec->show_fraction = TRUE;
  spec->keep_order = TRUE;
  atlas_chart_card_set_spec (card, spec);
  add_claim_line (card, session, atlas_table_get_row (table, 0));
  return TRUE;
}

static guint
count_values (AtlasTable *table)
{
  return atlas_table_get_n_rows (table) - atlas_table_count_missing (table);
}

static AtlasTable *
ask_trend (AtlasSession       *session,
           const char         *code,
           GError            **error)
{
  int first_year = atlas_session_get_first_year (session);
  int last_year = atlas_session_get_last_year (session);

  /* One year is no trend: all years up to it. */
  if (first_year == last_year)
    return atlas_ask_trend (session, atlas_session_get_indicator (session), code, last_year, error);
  return atlas_ask_years (session, atlas_session_get_indicator (session), code, first_year, last_year, error);
}

gboolean
atlas_overview_show_trend (AtlasChartCard    *card,
                           AtlasSession      *session,
                           const AtlasRegion *region)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasTable) table = ask_trend (session, region->code, &error);
  const AtlasRegion *nation = atlas_region_tree_get_root (
    atlas_catalogue_get_regions (atlas_session_get_catalogue (session)));
  gboolean is_own = TRUE;
  const char *name = get_indicator_name (session);
  g_autofree char *title = g_strdup_printf (_("%s over the years"), name);

  if (table != NULL && count_values (table) < 2 && region != nation)
    {
      g_clear_pointer (&table, atlas_table_unref);
      table = ask_trend (session, nation->code, &error);
      is_own = FALSE;
      g_free (title);
      /* Translators: the title of a chart of an indicator of the whole country beside those of one region */
      title = g_strdup_printf (_("%s, nation (for comparison)"), name);
    }
  if (table == NULL || count_values (table) < 2)
    {
      atlas_chart_card_set_empty (card, title,
                                  error != NULL ? error->message : _("There are not two years with a figure."));
      atlas_chart_card_offer (card, NULL, atlas_session_get_indicator (session));
      return FALSE;
    }
  show (card, session, ATLAS_CHART_LINE, table, title, NULL);
  return is_own;
}

/* "No figure: A, B, C and 30 more" for the regions that the chart leaves out; all are in the list of regions. */
static char *
dup_missing_names (AtlasTable *table)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_missing = atlas_table_count_missing (table), n_named = 0;

  for (guint i = 0; i < atlas_table_get_n_rows (table) && n_named < MAX_NAMES; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);
      g_autofree char *name = atlas_region_dup_short_name (row->region);

      if (!atlas_observation_is_missing (row))
        continue;
      /* Translators: what stands between the names of a list */
      g_string_append_printf (names, "%s%s", n_named > 0 ? _(", ") : "", name);
      n_named++;
    }
  if (n_missing > n_named)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n_missing - n_named), n_missing - n_named);
  return g_strdup_printf (_("No figure: %s"), names->str);
}

static void
set_ranking_empty (AtlasChartCard    *card,
                   const AtlasRegion *region,
                   const char        *title,
                   AtlasTable        *table,
                   const char        *indicator)
{
  const AtlasTableDefinition *counted = atlas_count_find_table (indicator);
  gboolean has_divisions = table != NULL && atlas_table_get_n_rows (table) > 0;
  g_autofree char *text = NULL;

  if (!has_divisions)
    text = g_strdup_printf (_("There are no divisions below %s in the list."),
                            atlas_region_get_display_name (region));
  else
    text = g_strdup_printf (ngettext ("The %u division below %s has no figure of it.",
                                      "None of the %u divisions below %s has a figure of it.",
                                      atlas_table_get_n_rows (table)),
                            atlas_table_get_n_rows (table), atlas_region_get_display_name (region));
  atlas_chart_card_set_empty (card, title, text);
  if (has_divisions)
    atlas_chart_card_offer (card, counted != NULL ? counted->name : NULL, indicator);
}

/* A share of the divisions is held against that of all of them. */
static void
show_ranking (AtlasChartCard    *card,
              AtlasSession      *session,
              const AtlasRegion *region,
              AtlasTable        *table,
              const char        *title)
{
  g_autoptr (AtlasChartSpec) spec = atlas_chart_spec_new (ATLAS_CHART_BAR, table);
  g_autoptr (AtlasTable) whole =
    atlas_ask_region (session, atlas_session_get_indicator (session), region->code, NULL, NULL);
  g_autoptr (AtlasTable) before = atlas_ask_year_before (session, table);

  atlas_chart_spec_set_card_titles (spec, title);
  spec->slots = atlas_session_dup_slots (session);
  if (whole != NULL)
    atlas_parent_reference_set (spec, whole);
  /* For when the card is asked for ranks. */
  spec->earlier = g_steal_pointer (&before);
  atlas_chart_card_set_spec (card, spec);
}

gboolean
atlas_overview_show_ranking (AtlasChartCard    *card,
                             AtlasSession      *session,
                             const AtlasRegion *region)
{
  const char *indicator = atlas_session_get_indicator (session);
  const char *name = get_indicator_name (session);
  g_autofree char *title = g_strdup_printf (_("%s by division"), name);
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasTable) shown = NULL;
  g_autofree char *missing = NULL;

  if (region->n_children > 0)
    table = atlas_ask_children (session, indicator, region, NULL);
  if (table == NULL || !atlas_table_has_values (table))
    {
      set_ranking_empty (card, region, title, table, indicator);
      return FALSE;
    }
  if (atlas_table_get_n_rows (table) > MAX_BARS_WITH_MISSING && atlas_table_count_missing (table) > 0)
    {
      missing = dup_missing_names (table);
      shown = atlas_table_new_without_missing (table);
    }
  show_ranking (card, session, region, shown != NULL ? shown : table, title);
  atlas_chart_card_set_note (card, missing, "dim-label");
  return TRUE;
}

gboolean
atlas_overview_show_strip (AtlasChartCard    *card,
                           AtlasSession      *session,
                           const AtlasRegion *region)
{
  const char *indicator = atlas_session_get_indicator (session);
  const char *name = get_indicator_name (session);
  /* Translators: the title of a chart that shows how the values of the divisions lie */
  g_autofree char *title = g_strdup_printf (_("%s: spread of the divisions"), name);
  g_autoptr (AtlasTable) all = NULL;
  g_autoptr (AtlasTable) table = NULL;
  g_autofree char *note = NULL;
  AtlasInequality inequality;
  gboolean is_shown;

  if (region->n_children > 0)
    all = atlas_ask_children (session, indicator, region, NULL);
  is_shown = all != NULL && count_values (all) >= LEAST_SPREAD;
  gtk_widget_set_visible (GTK_WIDGET (card), is_shown);
  if (!is_shown)
    return FALSE;
  table = atlas_table_new_without_missing (all);
  show (card, session, ATLAS_CHART_STRIP, table, title, NULL);
  if (atlas_inequality_find (table, &inequality))
    note = atlas_inequality_dup_text (&inequality);
  atlas_chart_card_set_note (card, note, "dim-label");
  return TRUE;
}
