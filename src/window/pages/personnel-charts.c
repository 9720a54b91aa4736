/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/personnel-cards.h"

#include <glib/gi18n.h>

#include "charts/parent-reference.h"
#include "indicators/number-format.h"
#include "window/pages/page-questions.h"

/* (nullable) (transfer full): the rate of the region itself, as what stands at the line. */
static gboolean
set_rate (AtlasCardContext  *context,
          AtlasCardContent  *content,
          GError           **error)
{
  g_autoptr (AtlasTable) rate = atlas_card_ask_region (context, "certified_per_10k", NULL, error);
  const AtlasObservation *row;
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;

  if (rate == NULL)
    return FALSE;
  row = atlas_table_get_row (rate, 0);
  if (atlas_observation_is_missing (row))
    return TRUE;
  name = atlas_card_dup_name (context);
  number = atlas_format_observation (row, atlas_table_get_unit (rate));
  label = g_strdup_printf (C_("region above", "%s: %s"), name, number);
  atlas_chart_spec_set_reference (content->spec, row->value / 10000, label);
  content->note = g_strdup_printf (_("Who lies above the line has more certified workers for its residents than %s on the whole."), name);
  content->note_class = "dim-label";
  return TRUE;
}

AtlasCardContent *
atlas_personnel_make_scatter (AtlasCardContext  *context,
                              GError           **error)
{
  static const char *const indicators[] = { "population", "certified_workers" };
  const char *title = _("Is the number high only because the region is large?");
  g_autoptr (AtlasTable) joined = NULL;
  g_autoptr (AtlasCardContent) content = NULL;
  GError *failure = NULL;

  if (context->region->n_children == 0 || context->region->level >= ATLAS_REGION_LEVEL_COUNTY)
    return atlas_card_content_new_hidden ();
  joined = atlas_card_join_children (context, indicators, &failure);
  if (joined == NULL)
    return atlas_card_content_new_lacking_unless (failure, title,
                                                  _("It takes certified workers and residents of the divisions below: import the "
                                                    "register of personnel, and enter the resident population of each division."),
                                                  "personnel", "population", error);
  content = atlas_card_content_new_chart (context, ATLAS_CHART_SCATTER, joined, title);
  return set_rate (context, content, error) ? g_steal_pointer (&content) : NULL;
}

/**
 * DivisionCard:
 * @lacking: what stands there where no register has it
 * @by: (nullable): what it is broken down by
 * @enter_indicator: (nullable): what may be entered besides
 * @add_note: says what the region itself has
 *
 * A card of what the register of personnel counts in each division below, or in the region where there is none.
 */
typedef struct {
  const char *title;
  const char *lacking;
  const char *indicator;
  const char *by;
  AtlasChartKind kind;
  const char *enter_indicator;
  gboolean (*add_note) (AtlasCardContext *context, AtlasCardContent *content, GError **error);
} DivisionCard;

static AtlasCardContent *
make_division_card (AtlasCardContext    *context,
                    const DivisionCard  *card,
                    GError             **error)
{
  gboolean of_region = context->region->n_children == 0 || context->region->level >= ATLAS_REGION_LEVEL_COUNTY;
  g_autoptr (AtlasTable) all = of_region ? atlas_card_ask_region (context, card->indicator, card->by, error)
                                         : atlas_card_ask_children (context, card->indicator, card->by, error);
  g_autoptr (AtlasTable) table = NULL;
  g_autoptr (AtlasCardContent) content = NULL;

  if (all == NULL)
    return NULL;
  if (!atlas_table_has_values (all))
    return atlas_card_content_new_lacking (card->title, card->lacking, "personnel", card->enter_indicator);
  table = atlas_table_new_without_missing (all);
  content = atlas_card_content_new_chart (context, card->kind, table, card->title);
  return card->add_note (context, content, error) ? g_steal_pointer (&content) : NULL;
}

/* "12 registrations lapse in the twelve months after the date of the register (2023)." */
static gboolean
add_expiring_note (AtlasCardContext  *context,
                   AtlasCardContent  *content,
                   GError           **error)
{
  g_autoptr (AtlasTable) own = atlas_card_ask_region (context, "registrations_expiring", NULL, error);
  const AtlasObservation *row;
  g_autofree char *number = NULL;
  g_autofree char *period = NULL;

  if (own == NULL)
    return FALSE;
  row = atlas_table_get_row (own, 0);
  if (atlas_observation_is_missing (row))
    return TRUE;
  period = atlas_format_period (row->period);
  number = atlas_format_cell (row->value, NULL, ATLAS_SCALE_ONE);
  content->note = g_strdup_printf (
    ngettext ("%1$s registration lapses within twelve months of the register of %2$s. It is renewed in the last three of them.",
              "%1$s registrations lapse within twelve months of the register of %2$s. They are renewed in the last three months.",
              (gulong) row->value), number, period);
  content->note_class = row->value > 0 ? "warning" : "success";
  return TRUE;
}

AtlasCardContent *
atlas_personnel_make_expiring (AtlasCardContext  *context,
                               GError           **error)
{
  const DivisionCard card = {
    .title = _("Registrations that lapse in the next 12 months"),
    .lacking = _("Until when registrations are valid is not known. Import the register of personnel "
                 "with the column “Registration valid until”."),
    .indicator = "registrations_expiring",
    .by = "month",
    .kind = ATLAS_CHART_HEAT,
    .add_note = add_expiring_note,
  };

  return make_division_card (context, &card, error);
}

/* "Wuzhong: 10 of 12 holders have the hours they need (83.3%), 2 are short." */
static gboolean
add_compliance (AtlasCardContext  *context,
                AtlasCardContent  *content,
                GError           **error)
{
  g_autoptr (AtlasTable) own = atlas_card_ask_region (context, "education_compliance", NULL, error);
  const AtlasObservation *row;
  g_autofree char *name = NULL;
  g_autofree char *share = NULL, *enough = NULL, *all = NULL, *rest = NULL;

  if (own == NULL)
    return FALSE;
  row = atlas_table_get_row (own, 0);
  if (atlas_observation_is_missing (row))
    return TRUE;
  name = atlas_card_dup_name (context);
  enough = atlas_format_cell (row->numerator, NULL, ATLAS_SCALE_ONE);
  all = atlas_format_cell (row->denominator, NULL, ATLAS_SCALE_ONE);
  rest = atlas_format_cell (row->denominator - row->numerator, NULL, ATLAS_SCALE_ONE);
  share = atlas_format_observation (row, atlas_table_get_unit (own));
  /* Translators: a region, a number of people, of all whose hours are known, a percentage, a number of people */
  content->note = g_strdup_printf (_("%1$s: %2$s of %3$s holders have the hours they need (%4$s), %5$s are short."), name,
                                   enough, all, share, rest);
  content->note_class = row->numerator < row->denominator ? "warning" : "success";
  return TRUE;
}

AtlasCardContent *
atlas_personnel_make_education (AtlasCardContext  *context,
                                GError           **error)
{
  const DivisionCard card = {
    .title = _("Holders short of continuing-education hours"),
    .lacking = _("How many hours holders have is not known. Import the register of personnel with the "
                 "column “Hours of continuing education”; where other hours are required than by the "
                 "national rule, enter them."),
    .indicator = "education_short",
    .kind = ATLAS_CHART_BAR,
    .enter_indicator = "education_hours_required",
    .add_note = add_compliance,
  };

  return make_division_card (context, &card, error);
}
