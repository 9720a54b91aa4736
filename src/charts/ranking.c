/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/ranking.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "indicators/number-format.h"

/* C27 */
#define FEW_STATIONS 30.0
#define FEW_PEOPLE 100.0

struct _AtlasRanking {
  GArray *ranks; /* (element-type AtlasRank): of each row */
  guint n_ranked;
  int earlier_year;
};

/* What a rate was divided by: the last input of its formula. */
static const AtlasIndicator *
find_base (AtlasTable             *table,
           const AtlasObservation *observation)
{
  const AtlasObservation *last;

  if (!isfinite (observation->denominator) || observation->inputs->len == 0)
    return NULL;
  last = g_ptr_array_index (observation->inputs, observation->inputs->len - 1);
  if (last->indicator_id == NULL)
    return NULL;
  return atlas_catalogue_find_indicator (atlas_table_get_catalogue (table), last->indicator_id);
}

AtlasUnranked
atlas_ranking_judge (AtlasTable             *table,
                     const AtlasObservation *observation)
{
  const AtlasIndicator *base;

  if (atlas_observation_is_missing (observation) || !isfinite (observation->value))
    return ATLAS_UNRANKED_MISSING;
  if (observation->stand_in)
    return ATLAS_UNRANKED_STAND_IN;
  base = find_base (table, observation);
  if (base != NULL && strcmp (base->unit, "stations") == 0 && observation->denominator < FEW_STATIONS)
    return ATLAS_UNRANKED_FEW_STATIONS;
  if (base != NULL && strcmp (base->unit, "people") == 0 && observation->denominator < FEW_PEOPLE)
    return ATLAS_UNRANKED_FEW_PEOPLE;
  return ATLAS_UNRANKED_NOT;
}

static int
descending (gconstpointer a,
            gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x > y ? -1 : x < y;
}

/* How many of VALUES, which stand in descending order, are greater than VALUE. */
static guint
count_greater (GArray *values,
               double  value)
{
  guint low = 0, high = values->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (values, double, middle) > value)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* What a reader sees of ROW. */
static double
round_row (const AtlasObservation *row,
           const AtlasUnit        *unit,
           AtlasScale              scale)
{
  guint decimals;

  return scale == ATLAS_SCALE_ONE ? atlas_round_as_shown (row->value, unit) : atlas_round_in_scale (row->value, scale, &decimals);
}

/* (element-type AtlasRank): of each row of TABLE */
static GArray *
rank_rows (AtlasTable *table,
           AtlasScale  scale,
           guint      *n_ranked)
{
  guint n_rows = atlas_table_get_n_rows (table);
  GArray *ranks = g_array_new (FALSE, TRUE, sizeof (AtlasRank));
  const AtlasUnit *unit = atlas_table_get_unit (table);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_set_size (ranks, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      const AtlasObservation *row = atlas_table_get_row (table, i);
      AtlasRank *rank = &g_array_index (ranks, AtlasRank, i);
      double shown;

      rank->why_not = atlas_ranking_judge (table, row);
      if (rank->why_not != ATLAS_UNRANKED_NOT)
        continue;
      shown = round_row (row, unit, scale);
      g_array_append_val (values, shown);
    }
  g_array_sort (values, descending);
  for (guint i = 0; i < n_rows; i++)
    {
      AtlasRank *rank = &g_array_index (ranks, AtlasRank, i);

      if (rank->why_not == ATLAS_UNRANKED_NOT)
        rank->rank = count_greater (values, round_row (atlas_table_get_row (table, i), unit, scale)) + 1;
    }
  *n_ranked = values->len;
  return ranks;
}

/* What tells a row from the others, whatever its year. */
static char *
dup_key (const AtlasObservation *row)
{
  g_autofree char *by = g_strjoinv ("/", row->by);

  return g_strdup_printf ("%s %s", row->region->code, by);
}

static void
compare_with (AtlasRanking *self,
              AtlasTable   *table,
              AtlasScale    scale,
              AtlasTable   *earlier)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_ranked;
  g_autoptr (GArray) ranks = rank_rows (earlier, scale, &n_ranked);

  if (n_ranked == 0)
    return;
  self->earlier_year = atlas_table_get_question (earlier)->first_year;
  for (guint i = 0; i < ranks->len; i++)
    g_hash_table_insert (places, dup_key (atlas_table_get_row (earlier, i)),
                         GUINT_TO_POINTER (g_array_index (ranks, AtlasRank, i).rank));
  for (guint i = 0; i < self->ranks->len; i++)
    {
      g_autofree char *key = dup_key (atlas_table_get_row (table, i));

      g_array_index (self->ranks, AtlasRank, i).earlier = GPOINTER_TO_UINT (g_hash_table_lookup (places, key));
    }
}

AtlasRanking *
atlas_ranking_new (AtlasTable *table,
                   AtlasScale  scale,
                   AtlasTable *earlier)
{
  AtlasRanking *self = g_new0 (AtlasRanking, 1);

  self->ranks = rank_rows (table, scale, &self->n_ranked);
  if (earlier != NULL)
    compare_with (self, table, scale, earlier);
  return self;
}

void
atlas_ranking_free (AtlasRanking *self)
{
  g_array_unref (self->ranks);
  g_free (self);
}

const AtlasRank *
atlas_ranking_get (const AtlasRanking *self,
                   guint               row)
{
  return &g_array_index (self->ranks, AtlasRank, row);
}

guint
atlas_ranking_get_n_ranked (const AtlasRanking *self)
{
  return self->n_ranked;
}

int
atlas_ranking_get_earlier_year (const AtlasRanking *self)
{
  return self->earlier_year;
}

char *
atlas_ranking_dup_change (const AtlasRanking *self,
                          guint               row)
{
  const AtlasRank *rank = atlas_ranking_get (self, row);

  if (self->earlier_year == 0 || rank->rank == 0)
    return g_strdup ("");
  if (rank->earlier == 0)
    /* Translators: beside a rank, of what had none the year before; as short as can be */
    return g_strdup (C_("change of rank", "new"));
  if (rank->earlier == rank->rank)
    return g_strdup ("＝");
  return rank->rank < rank->earlier ? g_strdup_printf ("▲%u", rank->earlier - rank->rank)
                                    : g_strdup_printf ("▼%u", rank->rank - rank->earlier);
}

static char *
dup_change_words (const AtlasRanking *self,
                  const AtlasRank    *rank)
{
  guint places = rank->rank < rank->earlier ? rank->earlier - rank->rank : rank->rank - rank->earlier;

  if (rank->earlier == 0)
    return g_strdup_printf (_("not ranked in %d"), self->earlier_year);
  if (places == 0)
    return g_strdup_printf (_("as in %d"), self->earlier_year);
  if (rank->rank < rank->earlier)
    return g_strdup_printf (ngettext ("up %u place since %d", "up %u places since %d", places), places,
                            self->earlier_year);
  return g_strdup_printf (ngettext ("down %u place since %d", "down %u places since %d", places), places,
                          self->earlier_year);
}

char *
atlas_ranking_dup_words (const AtlasRanking *self,
                         guint               row)
{
  const AtlasRank *rank = atlas_ranking_get (self, row);
  g_autofree char *place = NULL;
  g_autofree char *change = NULL;

  if (rank->rank == 0)
    return g_strdup (_("not ranked"));
  place = g_strdup_printf (_("rank %u of %u"), rank->rank, self->n_ranked);
  if (self->earlier_year == 0)
    return g_steal_pointer (&place);
  change = dup_change_words (self, rank);
  /* Translators: a rank and how it changed: “rank 2 of 21, up 1 place since 2022” */
  return g_strdup_printf (C_("rank and change", "%s, %s"), place, change);
}
