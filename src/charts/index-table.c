/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/index-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "charts/series-break.h"
#include "dataset/qualified-number.h"

static gboolean
is_usable (const AtlasObservation *row)
{
  return row != NULL && !atlas_observation_is_missing (row) && !row->stand_in && row->year != 0;
}

static gboolean
can_be_base (const AtlasObservation *row)
{
  return is_usable (row) && row->value != 0;
}

/* ROW in per cent of BASE; FALSE where nothing is known of that: both are at least so much, or both at most. */
static gboolean
divide (const AtlasObservation *row,
        const AtlasObservation *base,
        AtlasQualifiedNumber   *out)
{
  const AtlasQualifiedNumber above = { row->value * 100.0, row->qualifier };
  const AtlasQualifiedNumber below = { base->value, base->qualifier };

  if (!atlas_qualified_divide (above, below, out))
    return FALSE;
  return out->qualifier != ATLAS_QUALIFIER_ABOUT || row->qualifier == ATLAS_QUALIFIER_ABOUT ||
         base->qualifier == ATLAS_QUALIFIER_ABOUT;
}

/* Whether something can be stated of a later year in per cent of ROW. */
static gboolean
bears_later_ones (AtlasTable             *years,
                  const AtlasObservation *base)
{
  AtlasQualifiedNumber number;

  for (guint i = 0; i < atlas_table_get_n_rows (years); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (years, i);

      if (row->region == base->region && row->year > base->year && is_usable (row) && divide (row, base, &number))
        return TRUE;
    }
  return FALSE;
}

static guint
count_bases (AtlasTable *years,
             int         year)
{
  guint n = 0;

  for (guint i = 0; i < atlas_table_get_n_rows (years); i++)
    {
      const AtlasObservation *row = atlas_table_get_row (years, i);

      n += row->year == year && can_be_base (row) && bears_later_ones (years, row);
    }
  return n;
}

int
atlas_index_table_find_base (AtlasTable *years)
{
  const AtlasQuestion *question = atlas_table_get_question (years);
  int base = 0;
  guint most = 1;

  for (int year = question->first_year; year < question->last_year; year++)
    {
      guint n = count_bases (years, year);

      if (n > most)
        {
          base = year;
          most = n;
        }
    }
  return base;
}

/* A number of YEAR that is not known yet. */
static AtlasObservation *
index_new (const AtlasRegion *region,
           int                year)
{
  AtlasObservation *self = atlas_observation_new (region);

  self->year = year;
  self->missing = ATLAS_MISSING_NOT_APPLICABLE;
  return self;
}

static void
add_sources (AtlasObservation       *self,
             const AtlasObservation *input)
{
  for (guint i = 0; i < input->sources->len; i++)
    atlas_observation_add_source (self, g_ptr_array_index (input->sources, i));
}

static void
set_value (AtlasObservation *self,
           AtlasObservation *base,
           AtlasObservation *row)
{
  /* By itself even an uncertain figure is 100%. */
  AtlasQualifiedNumber number = { 100.0, ATLAS_QUALIFIER_EXACT };
  g_autofree char *note = NULL;

  if (row != base && !divide (row, base, &number))
    {
      atlas_observation_add_note (self, _("the figures of both years are at least or at most so much: an index is not known"));
      return;
    }
  self->value = number.value;
  self->qualifier = number.qualifier;
  self->status = MAX (base->status, row->status);
  self->basis = ATLAS_BASIS_COMPUTED;
  self->is_partial = base->is_partial || row->is_partial;
  g_free (self->period);
  self->period = g_strdup (row->period);
  add_sources (self, base);
  add_sources (self, row);
  atlas_observation_take_input (self, atlas_observation_ref (row));
  if (base != row)
    atlas_observation_take_input (self, atlas_observation_ref (base));
  note = g_strdup_printf (_("index: %d = 100%%"), base->year);
  atlas_observation_add_note (self, note);
}

/* Why a series stops at what follows BEFORE; (transfer full) (nullable): it goes on. */
static char *
dup_break (const AtlasObservation *before,
           const AtlasObservation *row)
{
  g_autofree char *cause = before != NULL ? atlas_series_break_dup_cause (before, row) : NULL;

  /* Translators: why an index is not stated: the series breaks in a year, and its cause */
  return cause != NULL ? g_strdup_printf (_("no index across a break in the series (%1$d: %2$s)"), row->year, cause) : NULL;
}

/* The rows of YEARS from AT on that are of one region, from BASE on. */
static guint
add_region (GPtrArray  *rows,
            AtlasTable *years,
            guint       at,
            int         base)
{
  const AtlasRegion *region = atlas_table_get_row (years, at)->region;
  AtlasObservation *first = (AtlasObservation *) atlas_table_find (years, region->code, base, NULL);
  const AtlasObservation *before = NULL;
  g_autofree char *reason = NULL;

  if (!can_be_base (first))
    reason = g_strdup_printf (_("no figure of %d, on which the index rests"), base);
  for (; at < atlas_table_get_n_rows (years) && atlas_table_get_row (years, at)->region == region; at++)
    {
      AtlasObservation *row = (AtlasObservation *) atlas_table_get_row (years, at);
      AtlasObservation *index;

      if (row->year < base)
        continue;
      index = index_new (region, row->year);
      if (reason == NULL && is_usable (row))
        reason = dup_break (before, row);
      if (reason != NULL)
        atlas_observation_add_note (index, reason);
      else if (is_usable (row))
        set_value (index, first, row);
      else
        index->missing = ATLAS_MISSING_NOT_REPORTED;
      before = is_usable (row) ? row : before;
      g_ptr_array_add (rows, index);
    }
  return at;
}

AtlasTable *
atlas_index_table_new (AtlasTable *years,
                       int         base)
{
  g_autoptr (AtlasQuestion) question = atlas_question_copy (atlas_table_get_question (years));
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);
  guint at = 0;

  g_return_val_if_fail (base > 0, NULL);

  while (at < atlas_table_get_n_rows (years))
    at = add_region (rows, years, at, base);
  atlas_question_set_years (question, base, question->last_year);
  return atlas_table_new_in_unit (atlas_table_get_catalogue (years), question, "percent", rows);
}
