/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dimension-values.h"
#include "dataset/language.h"
#include "indicators/number-format.h"
#include "reports/sentences.h"

/* No period is written so: all are told. */
#define ANY_PERIOD "-"

/* English names of parts stand in the middle of a sentence; names with further capitals are proper names. */
static char *
lower_name (const char *name)
{
  gboolean proper = FALSE;

  for (const char *p = name[0] != '\0' ? name + 1 : name; *p != '\0'; p++)
    proper = proper || g_ascii_isupper (*p);
  if (proper)
    return g_strdup (name);
  return g_strdup_printf ("%c%s", g_ascii_tolower (name[0]), name + (name[0] != '\0' ? 1 : 0));
}

static char *
format_grade (const AtlasObservation *part,
              const char             *grade)
{
  gulong n = part->value == 1 ? 1 : 2;
  g_autofree char *number = atlas_clause_count (part);

  if (strcmp (grade, "assistant") == 0)
    return g_strdup_printf (ngettext ("%s assistant social worker", "%s assistant social workers", n),
                            number);
  if (strcmp (grade, "intermediate") == 0)
    return g_strdup_printf (ngettext ("%s social worker", "%s social workers", n), number);
  return g_strdup_printf (ngettext ("%s senior social worker", "%s senior social workers", n), number);
}

/* Of stations; NULL for any other tier. */
static char *
format_tier (const AtlasObservation *part,
             const char             *tier)
{
  gulong n = part->value == 1 ? 1 : 2;
  g_autofree char *number = atlas_clause_count (part);

  if (strcmp (tier, "county_centre") == 0)
    return g_strdup_printf (ngettext ("%s county guidance centre", "%s county guidance centres", n), number);
  if (strcmp (tier, "township_station") == 0)
    return g_strdup_printf (ngettext ("%s township station", "%s township stations", n), number);
  if (strcmp (tier, "community_room") == 0)
    return g_strdup_printf (ngettext ("%s community service room", "%s community service rooms", n), number);
  return NULL;
}

/* In words of their own, where the parts have such. */
static char *
format_in_words (const AtlasObservation *part)
{
  const char *grade = atlas_dimension_values_lookup (part->dimensions, "grade");
  const char *tier = atlas_dimension_values_lookup (part->dimensions, "tier");

  if (grade != NULL)
    return format_grade (part, grade);
  return tier != NULL && g_strcmp0 (part->indicator_id, "stations") == 0 ? format_tier (part, tier) : NULL;
}

static char *
format_part (AtlasTable *table,
             guint       row,
             gboolean    dated)
{
  const AtlasObservation *part = atlas_table_get_row (table, row);
  g_autofree char *number = NULL;
  g_autofree char *name = NULL;
  g_autofree char *period = dated ? atlas_clause_period (part, ANY_PERIOD) : NULL;
  g_autofree char *text = format_in_words (part);

  if (text != NULL)
    return g_strconcat (text, period, NULL);
  number = atlas_format_observation (part, atlas_table_get_unit (table));
  name = atlas_language_current () == ATLAS_LANGUAGE_CHINESE
           ? g_strdup (atlas_table_get_by_name (table, row, 0))
           : lower_name (atlas_table_get_by_name (table, row, 0));
  /* Translators: a part of a whole and its number, such as “training more than 5 million yuan” */
  text = g_strdup_printf (C_("part", "%1$s %2$s"), name, number);
  return g_strconcat (text, period, NULL);
}

static gboolean
is_part_of (const AtlasObservation *row,
            const AtlasRegion      *region)
{
  return row->region == region && !atlas_observation_is_missing (row);
}

/* A part of REGION if all its parts are of one period, or NULL. */
static const AtlasObservation *
find_common_period (AtlasTable        *table,
                    const AtlasRegion *region)
{
  const AtlasObservation *first = NULL;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);

      if (!is_part_of (row, region))
        continue;
      if (first != NULL && strcmp (first->period, row->period) != 0)
        return NULL;
      first = row;
    }
  return first;
}

char *
atlas_clause_parts (AtlasTable        *table,
                    const AtlasRegion *region,
                    const char        *told_period)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const AtlasObservation *common = find_common_period (table, region);
  g_autofree char *period = common != NULL ? atlas_clause_period (common, told_period) : NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (is_part_of (atlas_table_get_row (table, i), region))
      g_ptr_array_add (parts, format_part (table, i, common == NULL));
  list = atlas_sentence_list (parts);
  return parts->len > 0 ? g_strconcat (list, period, NULL) : NULL;
}

/* The parts of TOTAL's period go to SAME, the others, with their periods, to OTHERS; without a
 * total all of them. Nobody says what nothing was spent on. */
static void
sort_parts (AtlasTable             *purposes,
            const AtlasObservation *total,
            GPtrArray              *same,
            GPtrArray              *others)
{
  gboolean known = !atlas_observation_is_missing (total);

  for (guint i = 0; i < atlas_table_get_n_rows (purposes); i++)
    {
      const AtlasObservation *part = atlas_table_get_row (purposes, i);

      if (!is_part_of (part, total->region) || (part->value == 0 && part->qualifier == ATLAS_QUALIFIER_EXACT))
        continue;
      if (known && strcmp (part->period, total->period) == 0)
        g_ptr_array_add (same, format_part (purposes, i, FALSE));
      else
        g_ptr_array_add (others, format_part (purposes, i, TRUE));
    }
}

/* "宁夏社会工作资金超过8175万元（2023年），其中购买服务超过6000万元……，另有……" */
static char *
say_total (AtlasCatalogue         *catalogue,
           const AtlasObservation *total,
           GPtrArray              *same,
           GPtrArray              *others,
           const char             *region,
           const char             *citation)
{
  g_autofree char *level = atlas_clause_level (catalogue, total, region);
  g_autofree char *dated = atlas_clause_dated (level, total, ANY_PERIOD);
  g_autofree char *same_list = atlas_sentence_list (same);
  g_autofree char *other_list = atlas_sentence_list (others);
  /* Translators: the parts of the sum that was named before */
  g_autofree char *among = same->len > 0 ? g_strdup_printf (C_("parts", "comprising %s"), same_list) : NULL;
  /* Translators: further amounts, outside the sum that was named before */
  g_autofree char *besides = others->len > 0 ? g_strdup_printf (C_("parts", "besides %s"), other_list) : NULL;
  const char *clauses[] = { dated, among, besides };

  return atlas_sentence_make (clauses, G_N_ELEMENTS (clauses), citation);
}

/* Amounts that make no total: "吴忠市公布的社会工作资金有孵化培育超过531.5万元（2023年）、……" */
static char *
say_amounts (AtlasTable             *purposes,
             const AtlasObservation *total,
             const char             *region,
             const char             *citation)
{
  g_autoptr (GPtrArray) amounts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *clause = NULL;
  const char *clauses[1];

  for (guint i = 0; i < atlas_table_get_n_rows (purposes); i++)
    if (is_part_of (atlas_table_get_row (purposes, i), total->region))
      g_ptr_array_add (amounts, format_part (purposes, i, TRUE));
  list = atlas_sentence_list (amounts);
  /* Translators: region, and amounts of money by purpose */
  clauses[0] = clause = g_strdup_printf (_("Funding published in %1$s: %2$s"), region, list);
  return atlas_sentence_make (clauses, 1, citation);
}

char *
atlas_sentence_funding (AtlasCatalogue         *catalogue,
                        const AtlasObservation *total,
                        AtlasTable             *purposes,
                        const char             *region,
                        const char             *citation)
{
  g_autoptr (GPtrArray) same = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  gboolean known = !atlas_observation_is_missing (total);

  sort_parts (purposes, total, same, others);
  if (same->len + others->len == 0 && !known)
    return NULL;
  /* A "sum" of one printed part is no more than that part. */
  if (known && (total->basis != ATLAS_BASIS_PUBLISHED_PARTS || same->len >= 2))
    return say_total (catalogue, total, same, others, region, citation);
  return say_amounts (purposes, total, region, citation);
}
