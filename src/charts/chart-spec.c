/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/chart-spec.h"

#include <math.h>
#include <string.h>

#include "charts/chart-style.h"

/**
 * atlas_chart_spec_new:
 * @kind: how it is drawn
 * @table: (transfer none): what is drawn
 *
 * Returns: (transfer full): a specification with titles and source, all bars neutral and no reference
 */
AtlasChartSpec *
atlas_chart_spec_new (AtlasChartKind  kind,
                      AtlasTable     *table)
{
  AtlasChartSpec *self = g_new0 (AtlasChartSpec, 1);

  self->kind = kind;
  self->table = atlas_table_ref (table);
  self->show_titles = TRUE;
  self->show_last = TRUE;
  self->show_source = TRUE;
  self->reference = NAN;
  self->further_reference = NAN;
  return self;
}

AtlasChartSpec *
atlas_chart_spec_copy (const AtlasChartSpec *self)
{
  AtlasChartSpec *copy = g_memdup2 (self, sizeof *self);

  copy->table = atlas_table_ref (self->table);
  copy->headline = g_strdup (self->headline);
  copy->subtitle = g_strdup (self->subtitle);
  copy->number = g_strdup (self->number);
  copy->source_line = g_strdup (self->source_line);
  copy->reference_label = g_strdup (self->reference_label);
  copy->further_label = g_strdup (self->further_label);
  copy->further_table = self->further_table != NULL ? atlas_table_ref (self->further_table) : NULL;
  copy->reference_table = self->reference_table != NULL ? atlas_table_ref (self->reference_table) : NULL;
  copy->boundaries = self->boundaries != NULL ? atlas_boundaries_ref (self->boundaries) : NULL;
  copy->earlier = self->earlier != NULL ? atlas_table_ref (self->earlier) : NULL;
  copy->slots = NULL;
  if (self->slots != NULL)
    {
      GHashTableIter iter;
      gpointer code, slot;

      g_hash_table_iter_init (&iter, self->slots);
      while (g_hash_table_iter_next (&iter, &code, &slot))
        atlas_chart_spec_set_slot (copy, code, GPOINTER_TO_UINT (slot));
    }
  return copy;
}

void
atlas_chart_spec_free (AtlasChartSpec *self)
{
  if (self == NULL)
    return;
  atlas_table_unref (self->table);
  g_free (self->headline);
  g_free (self->subtitle);
  g_free (self->number);
  g_free (self->source_line);
  g_free (self->reference_label);
  g_free (self->further_label);
  g_clear_pointer (&self->further_table, atlas_table_unref);
  g_clear_pointer (&self->boundaries, atlas_boundaries_unref);
  g_clear_pointer (&self->earlier, atlas_table_unref);
  g_clear_pointer (&self->reference_table, atlas_table_unref);
  g_clear_pointer (&self->slots, g_hash_table_unref);
  g_free (self);
}

void
atlas_chart_spec_set_titles (AtlasChartSpec *self,
                             const char     *headline,
                             const char     *subtitle)
{
  g_free (self->headline);
  g_free (self->subtitle);
  self->headline = g_strdup (headline);
  self->subtitle = g_strdup (subtitle);
}

/**
 * atlas_chart_spec_set_slot:
 * @region_code: a division
 * @slot: 0 to ATLAS_N_COLOUR_SLOTS − 1
 *
 * Gives a region its colour in this chart.
 */
void
atlas_chart_spec_set_slot (AtlasChartSpec *self,
                           const char     *region_code,
                           guint           slot)
{
  if (self->slots == NULL)
    self->slots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (self->slots, g_strdup (region_code), GUINT_TO_POINTER (slot));
}

static void
add_once (GPtrArray  *codes,
          const char *code)
{
  if (!g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
    g_ptr_array_add (codes, (gpointer) code);
}

/* The codes of the regions of TABLE in the order they were asked for, else that of its rows: not by value, so that all
 * charts of one comparison come to the same colours; (transfer container). */
static GPtrArray *
list_regions (AtlasTable *table)
{
  const AtlasQuestion *question = atlas_table_get_question (table);
  GPtrArray *codes = g_ptr_array_new ();

  for (guint i = 0; question->regions != NULL && question->regions[i] != NULL; i++)
    add_once (codes, question->regions[i]);
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    add_once (codes, atlas_table_get_row (table, i)->region->code);
  return codes;
}

/* SLOT, or the next one free, as everywhere: there is one. */
static guint
free_slot (const gboolean *taken,
           guint           slot)
{
  while (taken[slot])
    slot = (slot + 1) % ATLAS_N_COLOUR_SLOTS;
  return slot;
}

/* Marks what GIVEN (nullable) holds as taken: of all its regions, where there are colours for those and CODES, else of those among
 * CODES. */
static void
take_given (GHashTable *given,
            GPtrArray  *codes,
            gboolean   *taken)
{
  GHashTableIter iter;
  gpointer code, slot;
  guint n = codes->len;

  if (given == NULL)
    return;
  g_hash_table_iter_init (&iter, given);
  while (g_hash_table_iter_next (&iter, &code, NULL))
    n += !g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL);
  g_hash_table_iter_init (&iter, given);
  while (g_hash_table_iter_next (&iter, &code, &slot))
    if (n <= ATLAS_N_COLOUR_SLOTS || g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
      taken[GPOINTER_TO_UINT (slot) % ATLAS_N_COLOUR_SLOTS] = TRUE;
}

void
atlas_chart_spec_choose_slots (AtlasChartSpec *self,
                               AtlasDataset   *dataset)
{
  g_autoptr (GPtrArray) codes = list_regions (self->table);
  g_autoptr (GHashTable) given = g_steal_pointer (&self->slots); /* (nullable): others may have it too */
  gboolean taken[ATLAS_N_COLOUR_SLOTS] = { FALSE };
  gpointer slot;

  if (codes->len > ATLAS_N_COLOUR_SLOTS)
    {
      self->slots = g_steal_pointer (&given);
      return;
    }
  take_given (given, codes, taken);
  g_ptr_array_add (codes, NULL);
  atlas_dataset_give_colour_slots (dataset, (const char *const *) codes->pdata);
  for (guint i = 0; i < codes->len - 1; i++)
    {
      const char *code = g_ptr_array_index (codes, i);
      guint own;

      if (given != NULL && g_hash_table_lookup_extended (given, code, NULL, &slot))
        {
          atlas_chart_spec_set_slot (self, code, GPOINTER_TO_UINT (slot));
          continue;
        }
      own = free_slot (taken, atlas_dataset_get_colour_slot (dataset, code) % ATLAS_N_COLOUR_SLOTS);
      taken[own] = TRUE;
      atlas_chart_spec_set_slot (self, code, own);
    }
}

void
atlas_chart_spec_set_earlier (AtlasChartSpec *self,
                              AtlasTable     *earlier)
{
  AtlasTable *table = atlas_table_ref (earlier);

  g_clear_pointer (&self->earlier, atlas_table_unref);
  self->earlier = table;
  self->show_ranks = TRUE;
}

void
atlas_chart_spec_set_reference (AtlasChartSpec *self,
                                double          value,
                                const char     *label)
{
  self->reference = value;
  g_free (self->reference_label);
  self->reference_label = g_strdup (label);
}
