/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/overview-cards.h"

#include <glib/gi18n.h>

#include "charts/inequality.h"
#include "charts/parent-reference.h"
#include "indicators/count-index.h"
#include "indicators/number-format.h"
#include "window/chart-views/chart-titles.h"
#include "window/pages/overview-trend.h"
#include "window/pages/page-questions.h"
#include "window/pages/partial-rows.h"

/* Up to so many bars each missing one keeps its place; of more they are named under the chart. */
#define MAX_BARS_WITH_MISSING 16
/* More names than that nobody reads under a chart. */
#define MAX_NAMES 8
/* Of fewer values a median and quartiles say nothing. */
#define LEAST_SPREAD ATLAS_INEQUALITY_LEAST

static const char *
get_indicator_name (AtlasCardContext *context)
{
  return atlas_indicator_get_name (atlas_catalogue_find_indicator (context->catalogue, context->indicator));
}

/* LINE (transfer full) (nullable): under the chart. */
static void
take_note (AtlasCardContent *content,
           char             *line,
           const char       *style_class)
{
  content->note = line;
  content->note_class = style_class;
}

/* "2 + 868 + 3,202 = 4,072": whether the grades add up to the total that is printed beside them. */
static void
add_sum_line (AtlasCardContent *content,
              AtlasTable       *grades,
              AtlasTable       *total)
{
  const AtlasObservation *whole = atlas_table_get_row (total, 0);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *whole_text = NULL;
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
    take_note (content, g_strdup_printf (_("✓ %s = %s, as the published total"), text->str, whole_text), "success");
  else
    take_note (content, g_strdup_printf (_("⚠ %s is not the published total, %s"), text->str, whole_text), "warning");
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

/* Without all three nobody knows the whole. */
static AtlasCardContent *
make_grades (AtlasCardContext *context,
             AtlasTable       *grades,
             AtlasTable       *total)
{
  g_autofree char *subtitle = NULL;
  AtlasCardContent *content;

  if (atlas_table_count_missing (grades) > 0)
    return atlas_card_content_new_chart (context, ATLAS_CHART_BAR, grades, _("Certified workers by grade"));
  content = atlas_card_content_new_chart (context, ATLAS_CHART_PERCENT_BAR, grades, _("Grade mix"));
  subtitle = dup_whole_line (grades, total);
  if (subtitle != NULL)
    atlas_chart_spec_set_titles (content->spec, _("Grade mix"), subtitle);
  add_sum_line (content, grades, total);
  return content;
}

AtlasCardContent *
atlas_overview_make_grades (AtlasCardContext  *context,
                            GError           **error)
{
  g_autoptr (AtlasTable) grades = atlas_card_ask_region (context, "certified_workers", "grade", error);
  g_autoptr (AtlasTable) total = grades != NULL ? atlas_card_ask_region (context, "certified_workers", NULL, error) : NULL;

  if (total == NULL)
    return NULL;
  if (!atlas_table_has_values (grades))
    return atlas_card_content_new_lacking (_("Grade mix"),
                                           _("No figures by grade have been published. Import the register of personnel, or "
                                             "enter the number of each grade."),
                                           "personnel", "certified_workers");
  return make_grades (context, grades, total);
}

AtlasCardContent *
atlas_overview_make_purposes (AtlasCardContext  *context,
                              GError           **error)
{
  g_autoptr (AtlasTable) all = atlas_card_ask_region (context, "funding", "purpose", error);
  g_autoptr (AtlasTable) purposes = NULL;
  g_autofree char *unplaced = NULL;

  if (all == NULL)
    return NULL;
  unplaced = atlas_table_has_values (all) ? NULL : atlas_card_dup_unplaced (context, "funding");
  if (unplaced != NULL)
    return atlas_card_content_new_hidden (); /* the key figure says why */
  if (!atlas_table_has_values (all))
    return atlas_card_content_new_lacking (_("Funding by purpose"),
                                           _("No funding has been published by purpose. Import the ledger of funding, or enter "
                                             "amounts with their purpose."),
                                           "funding", "funding");
  purposes = atlas_table_new_without_missing (all);
  return atlas_card_content_new_chart (context, ATLAS_CHART_BAR, purposes, _("Funding by purpose"));
}

/* The region itself and those below it of which coverage can be told. */
static AtlasTable *
ask_coverage (AtlasCardContext  *context,
              GError           **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;
  g_autoptr (AtlasTable) children = atlas_card_ask_children (context, "township_coverage", NULL, error);

  if (children == NULL)
    return NULL;
  g_strv_builder_add (builder, context->region->code);
  for (guint i = 0; i < atlas_table_get_n_rows (children); i++)
    if (!atlas_observation_is_missing (atlas_table_get_row (children, i)))
      g_strv_builder_add (builder, atlas_table_get_row (children, i)->region->code);
  codes = g_strv_builder_end (builder);
  return atlas_card_ask_regions (context, "township_coverage", (const char *const *) codes, NULL, error);
}

/* A region that says it is covered everywhere, while by the list of divisions it is not, or the other way round. */
static void
add_claim_line (AtlasCardContent       *content,
                AtlasCardContext       *context,
                const AtlasObservation *computed)
{
  g_autoptr (AtlasTable) table = atlas_card_ask_region (context, "coverage_rate", NULL, NULL);
  const AtlasObservation *claim = table != NULL ? atlas_table_get_row (table, 0) : NULL;
  g_autofree char *number = NULL;
  g_autofree char *period = NULL;

  if (claim == NULL || atlas_observation_is_missing (claim))
    return;
  number = atlas_format_label (claim->value, claim->qualifier, atlas_table_get_unit (table), ATLAS_SCALE_ONE);
  period = atlas_format_period (claim->period);
  if (!atlas_observation_is_missing (computed) && claim->value == computed->value)
    take_note (content, g_strdup_printf (_("✓ Published: %s (%s)"), number, period), "success");
  else
    take_note (content,
               g_strdup_printf (_("⚠ Published: %s (%s); computed against the list of divisions of 2023"), number, period),
               "warning");
}

/* Why nothing can be told: the note of COVERAGE, if it has one. */
static AtlasCardContent *
make_no_coverage (const AtlasObservation *coverage)
{
  g_autofree char *note = atlas_observation_dup_note (coverage);

  return atlas_card_content_new_lacking (_("Township station coverage"),
                                         note[0] != '\0' ? note : _("No number of township stations has been published."),
                                         "stations", "stations");
}

AtlasCardContent *
atlas_overview_make_coverage (AtlasCardContext  *context,
                              GError           **error)
{
  g_autoptr (AtlasTable) table = ask_coverage (context, error);
  AtlasCardContent *content;

  if (table == NULL)
    return NULL;
  if (!atlas_table_has_values (table))
    return make_no_coverage (atlas_table_get_row (table, 0));
  content = atlas_card_content_new_chart (context, ATLAS_CHART_BAR, table, _("Township station coverage"));
  atlas_chart_spec_set_reference (content->spec, 100, "100%");
  content->spec->show_fraction = TRUE;
  content->spec->keep_order = TRUE;
  add_claim_line (content, context, atlas_table_get_row (table, 0));
  return content;
}

static guint
count_values (AtlasTable *table)
{
  return atlas_table_get_n_rows (table) - atlas_table_count_missing (table);
}

static AtlasTable *
ask_trend (AtlasCardContext  *context,
           const char        *code,
           GError           **error)
{
  const char *codes[] = { code, NULL };

  /* One year is no trend: all years up to it. */
  if (context->first_year == context->last_year)
    return atlas_overview_ask_trend (context, context->indicator, code, context->last_year, error);
  return atlas_card_ask_years (context, context->indicator, codes, context->first_year, context->last_year, NULL, error);
}

/* Of TABLE (nullable: of nothing), which is of the nation instead of the region where IS_OF_OTHER. */
static AtlasCardContent *
make_trend (AtlasCardContext *context,
            AtlasTable       *table,
            gboolean          is_of_other)
{
  const char *name = get_indicator_name (context);
  /* Translators: the title of a chart of an indicator of the whole country beside those of one region */
  g_autofree char *title = g_strdup_printf (is_of_other ? _("%s, nation (for comparison)") : _("%s over the years"), name);
  AtlasCardContent *content;

  if (count_values (table) < 2)
    return atlas_card_content_new_lacking (title, _("There are not two years with a figure."), NULL,
                                           g_intern_string (context->indicator));
  content = atlas_card_content_new_chart (context, ATLAS_CHART_LINE, table, title);
  content->is_of_other = is_of_other;
  return content;
}

AtlasCardContent *
atlas_overview_make_trend (AtlasCardContext  *context,
                           GError           **error)
{
  g_autoptr (AtlasTable) own = ask_trend (context, context->region->code, error);
  const AtlasRegion *nation = atlas_region_tree_get_root (atlas_catalogue_get_regions (context->catalogue));
  g_autoptr (AtlasTable) all = NULL;
  g_autoptr (AtlasTable) other = NULL;

  if (own == NULL)
    return NULL;
  if (count_values (own) >= 2 || context->region == nation)
    return make_trend (context, own, FALSE);
  all = ask_trend (context, nation->code, error);
  other = all != NULL ? atlas_partial_rows_leave_out (all, context->region, "personnel") : NULL;
  return other != NULL ? make_trend (context, other, TRUE) : NULL;
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

static AtlasCardContent *
make_no_ranking (AtlasCardContext *context,
                 const char       *title,
                 guint             n_divisions)
{
  const AtlasTableDefinition *counted = atlas_count_find_table (context->indicator);
  g_autofree char *text = g_strdup_printf (ngettext ("The %u division below %s has no figure of it.",
                                                     "None of the %u divisions below %s has a figure of it.", n_divisions),
                                           n_divisions, atlas_region_get_display_name (context->region));

  return atlas_card_content_new_lacking (title, text, counted != NULL ? counted->name : NULL,
                                         g_intern_string (context->indicator));
}

/* (nullable): TABLE, of one year, as it was asked a year before, without stand-ins; NULL where it is of the latest year. */
static AtlasTable *
ask_year_before (AtlasCardContext *context,
                 AtlasTable       *table)
{
  g_autoptr (AtlasQuestion) question = atlas_question_copy (atlas_table_get_question (table));

  if (question->first_year == 0)
    return NULL;
  atlas_question_set_years (question, question->first_year - 1, question->last_year - 1);
  question->stand_in = FALSE;
  return atlas_card_ask (context, question, NULL);
}

/* A share of the divisions is held against that of all of them. */
static AtlasCardContent *
make_ranking (AtlasCardContext *context,
              AtlasTable       *table,
              const char       *title)
{
  AtlasCardContent *content = atlas_card_content_new_chart (context, ATLAS_CHART_BAR, table, title);
  g_autoptr (AtlasTable) whole = atlas_card_ask_region (context, context->indicator, NULL, NULL);

  if (whole != NULL)
    atlas_parent_reference_set (content->spec, whole);
  /* For when the card is asked for ranks. */
  content->spec->earlier = ask_year_before (context, table);
  return content;
}

AtlasCardContent *
atlas_overview_make_ranking (AtlasCardContext  *context,
                             GError           **error)
{
  g_autofree char *title = g_strdup_printf (_("%s by division"), get_indicator_name (context));
  g_autoptr (AtlasTable) table = atlas_card_ask_children (context, context->indicator, NULL, error);
  g_autoptr (AtlasTable) shown = NULL;
  AtlasCardContent *content;

  if (table == NULL)
    return NULL;
  if (atlas_table_get_n_rows (table) == 0)
    return atlas_card_content_new_hidden ();
  if (!atlas_table_has_values (table))
    return make_no_ranking (context, title, atlas_table_get_n_rows (table));
  if (atlas_table_get_n_rows (table) <= MAX_BARS_WITH_MISSING || atlas_table_count_missing (table) == 0)
    return make_ranking (context, table, title);
  shown = atlas_table_new_without_missing (table);
  content = make_ranking (context, shown, title);
  take_note (content, dup_missing_names (table), "dim-label");
  return content;
}

/* Values that are all the same, as zeros of townships may be, do not lie anyhow. */
static gboolean
do_differ (AtlasTable *table)
{
  for (guint i = 1; i < atlas_table_get_n_rows (table); i++)
    if (atlas_table_get_row (table, i)->value != atlas_table_get_row (table, 0)->value)
      return TRUE;
  return FALSE;
}

AtlasCardContent *
atlas_overview_make_strip (AtlasCardContext  *context,
                           GError           **error)
{
  /* Translators: the title of a chart that shows how the values of the divisions lie */
  g_autofree char *title = g_strdup_printf (_("%s: spread of the divisions"), get_indicator_name (context));
  g_autoptr (AtlasTable) all = atlas_card_ask_children (context, context->indicator, NULL, error);
  g_autoptr (AtlasTable) table = NULL;
  AtlasCardContent *content;
  AtlasInequality inequality;

  if (all == NULL)
    return NULL;
  table = atlas_table_new_without_missing (all);
  if (atlas_table_get_n_rows (table) < LEAST_SPREAD || !do_differ (table))
    return atlas_card_content_new_hidden ();
  content = atlas_card_content_new_chart (context, ATLAS_CHART_STRIP, table, title);
  if (atlas_inequality_find (table, &inequality))
    take_note (content, atlas_inequality_dup_text (&inequality), "dim-label");
  return content;
}
