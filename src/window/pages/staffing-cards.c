/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/coverage-cards.h"

#include <glib/gi18n.h>
#include <math.h>

#include "dataset/registers/register-names.h"
#include "dataset/registers/register-row.h"
#include "dataset/registers/station-inspections.h"
#include "indicators/number-format.h"
#include "window/pages/page-questions.h"

/* So many stations are listed. */
#define MAX_STATIONS 40

/* INDICATOR of the divisions below, or of the region itself where it has none or none has a value. */
static AtlasTable *
ask_divisions (AtlasCardContext  *context,
               const char        *indicator,
               const char        *by,
               GError           **error)
{
  g_autoptr (AtlasTable) children = NULL;

  if (context->region->n_children == 0 || context->region->level >= ATLAS_REGION_LEVEL_COUNTY)
    return atlas_card_ask_region (context, indicator, by, error);
  children = atlas_card_ask_children (context, indicator, by, error);
  if (children == NULL || atlas_table_has_values (children))
    return g_steal_pointer (&children);
  return atlas_card_ask_region (context, indicator, by, error);
}

/* How many stations have how many staff. */
AtlasCardContent *
atlas_coverage_make_staff_spread (AtlasCardContext  *context,
                                  GError           **error)
{
  g_autoptr (AtlasTable) all = ask_divisions (context, "stations_by_staff", "staff", error);
  g_autoptr (AtlasTable) table = NULL;

  if (all == NULL)
    return NULL;
  if (!atlas_table_has_values (all))
    return atlas_card_content_new_hidden (); /* the card before it says what to import */
  table = atlas_table_new_without_missing (all);
  return atlas_card_content_new_chart (context, ATLAS_CHART_HEAT, table, _("Township stations by number of staff"));
}

/* "Wuzhong: 2 of 3 stations have fewer staff than the standard (66.7%)." What the standard is stands under the chart. */
static void
note_below (AtlasCardContext *context,
            AtlasCardContent *content,
            AtlasTable       *own)
{
  const AtlasObservation *row = atlas_table_get_row (own, 0);
  g_autofree char *name = atlas_card_dup_name (context);
  g_autofree char *share = NULL;

  if (atlas_observation_is_missing (row))
    return;
  share = atlas_format_observation (row, atlas_table_get_unit (own));
  /* Translators: a region, a number of stations, of all whose staff is known, a percentage */
  content->note = g_strdup_printf (ngettext ("%1$s: %2$.0f of %3$.0f station has fewer staff than the standard (%4$s).",
                                             "%1$s: %2$.0f of %3$.0f stations have fewer staff than the standard (%4$s).",
                                             (gulong) row->denominator),
                                   name, row->numerator, row->denominator, share);
  content->note_class = row->numerator > 0 ? "warning" : "success";
}

AtlasCardContent *
atlas_coverage_make_below_standard (AtlasCardContext  *context,
                                    GError           **error)
{
  const char *title = _("Stations below the staff standard");
  g_autoptr (AtlasTable) all = ask_divisions (context, "stations_below_standard_share", NULL, error);
  g_autoptr (AtlasTable) own = all != NULL ? atlas_card_ask_region (context, "stations_below_standard_share", NULL, error) : NULL;
  g_autoptr (AtlasTable) stations = own != NULL ? atlas_card_ask_region (context, "stations_by_staff", NULL, error) : NULL;
  g_autoptr (AtlasTable) table = NULL;
  AtlasCardContent *content;

  if (stations == NULL)
    return NULL;
  if (!atlas_table_has_values (stations) && !atlas_table_has_values (all))
    return atlas_card_content_new_lacking (title,
                                           _("How many work in each station is not known. Import the register of stations with the "
                                             "number of staff, and enter the staff standard of a township station that holds here."),
                                           "stations", "station_staff_standard");
  if (!atlas_table_has_values (all))
    return atlas_card_content_new_lacking (title,
                                           _("No staff standard is known. Enter the number of social workers that every township "
                                             "station should have, with the document that sets it: for this region or one above it; "
                                             "it holds for all below."),
                                           NULL, "station_staff_standard");
  table = atlas_table_new_without_missing (all);
  content = atlas_card_content_new_chart (context, ATLAS_CHART_BAR, table, title);
  content->spec->show_fraction = TRUE;
  note_below (context, content, own);
  return content;
}

static char *
dup_score (double score)
{
  if (score < 0)
    return g_strdup ("—");
  return g_strdup_printf ("%g", score);
}

/* "3 → 1" */
static char *
dup_pair (int before,
          int now)
{
  if (before < 0 || now < 0)
    return g_strdup ("—");
  return g_strdup_printf ("%d → %d", before, now);
}

static char *
dup_score_change (const AtlasStationChange *change)
{
  double difference = change->now.score - change->before.score;

  if (change->now.score < 0 || change->before.score < 0)
    return g_strdup ("—");
  return g_strdup_printf ("%s%g", difference > 0 ? "+" : difference < 0 ? "−" : "", fabs (difference));
}

static const char *
get_result (const AtlasInspection *inspection)
{
  const AtlasTableDefinition *table = atlas_table_definition_find ("inspections");

  if (inspection->result[0] == '\0')
    return "";
  return atlas_word_get_title (&table->columns[ATLAS_INSPECTION_RESULT], inspection->result);
}

static void
add_change (AtlasCardContext         *context,
            AtlasCardContent         *content,
            const AtlasStationChange *change)
{
  const AtlasRegion *place = atlas_region_tree_lookup (atlas_catalogue_get_regions (context->catalogue), change->region_code);
  AtlasCardRow *row = atlas_card_content_add_row (content, NULL, 0);

  atlas_card_content_take_cell (content, row, g_strdup (change->name));
  atlas_card_content_take_cell (content, row, place != NULL ? atlas_region_dup_short_name (place) : g_strdup (change->region_code));
  atlas_card_content_take_cell (content, row, g_strdup_printf ("%s → %s", change->before.on, change->now.on));
  atlas_card_content_take_cell (content, row, dup_score (change->before.score));
  atlas_card_content_take_cell (content, row, dup_score (change->now.score));
  atlas_card_content_take_cell (content, row, dup_score_change (change));
  atlas_card_content_take_cell (content, row, dup_pair (change->before.problems, change->now.problems));
  atlas_card_content_take_cell (content, row, dup_pair (change->before.staff, change->now.staff));
  atlas_card_content_take_cell (content, row, g_strdup (get_result (&change->now)));
  if (change->now.score >= 0 && change->now.score < change->before.score)
    row->marked_from = 5;
}

static void
add_columns (AtlasCardContent *content)
{
  atlas_card_content_add_texts (content, _("Station"));
  atlas_card_content_add_column (content, _("Division"), FALSE);
  atlas_card_content_add_column (content, _("Inspected on"), FALSE);
  atlas_card_content_add_column (content, _("Score before"), TRUE);
  atlas_card_content_add_column (content, _("Score"), TRUE);
  atlas_card_content_add_column (content, _("Change"), TRUE);
  atlas_card_content_add_column (content, _("Problems"), TRUE);
  atlas_card_content_add_column (content, _("Staff"), TRUE);
  atlas_card_content_add_column (content, _("Result"), FALSE);
}

AtlasCardContent *
atlas_coverage_make_inspections (AtlasCardContext  *context,
                                 GError           **error)
{
  const char *title = _("What changed since the last inspection");
  AtlasDataset *dataset = atlas_card_context_get_dataset (context, error);
  g_autoptr (GPtrArray) changes = NULL;
  AtlasCardContent *content;
  guint n, n_once;

  if (dataset == NULL ||
      (changes = atlas_station_changes_list (dataset, context->region, MAX_STATIONS, &n, &n_once, error)) == NULL)
    return NULL;
  if (n == 0)
    return atlas_card_content_new_lacking (
      title,
      n_once == 0 ? _("No inspections are known. Import the register of inspections: the number of the station, its division, the "
                      "date, and the score, the staff present, the problems found or the result.")
                  : _("Every station has been inspected only once. Import the register of an earlier or the next inspection to see "
                      "what has changed."),
      "inspections", NULL);
  content = atlas_card_content_new_list (title, NULL);
  content->subtitle = g_strdup_printf (ngettext ("%1$u station inspected twice or more; those first whose score changed most",
                                                 "%1$u stations inspected twice or more; those first whose score changed most", n), n);
  add_columns (content);
  for (guint i = 0; i < changes->len; i++)
    add_change (context, content, g_ptr_array_index (changes, i));
  if (n > changes->len)
    content->note = g_strdup_printf (ngettext ("and %u more", "and %u more", n - changes->len), n - changes->len);
  return content;
}
