/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/sibling-ranks.h"

#include <glib/gi18n.h>

#include "charts/ranking.h"

typedef struct {
  AtlasTable *table;
  AtlasRanking *ranking;
} Ranked;

struct _AtlasSiblingRanks {
  GHashTable *ranked; /* (element-type utf8 Ranked): by indicator and division */
};

static void
ranked_free (gpointer data)
{
  Ranked *self = data;

  atlas_ranking_free (self->ranking);
  atlas_table_unref (self->table);
  g_free (self);
}

static char *
dup_key (const char        *indicator,
         const AtlasRegion *parent)
{
  return g_strconcat (indicator, " ", parent->code, NULL);
}

/* Ranks the divisions beside that of FIGURE, unless they are. What has no figure has no rank. */
static void
rank (AtlasSiblingRanks      *self,
      AtlasCardContext       *context,
      const char             *indicator,
      const AtlasObservation *figure)
{
  const AtlasRegion *parent = figure->region->parent;
  g_autofree char *key = NULL;
  AtlasTable *table;
  Ranked *ranked;

  if (parent == NULL || atlas_observation_is_missing (figure))
    return;
  key = dup_key (indicator, parent);
  if (g_hash_table_contains (self->ranked, key))
    return;
  table = atlas_card_ask_divisions (context, indicator, parent, NULL, NULL);
  if (table == NULL)
    return;
  ranked = g_new (Ranked, 1);
  *ranked = (Ranked) { table, atlas_ranking_new (table, atlas_table_choose_scale (table), NULL) };
  g_hash_table_insert (self->ranked, g_steal_pointer (&key), ranked);
}

AtlasSiblingRanks *
atlas_sibling_ranks_new (AtlasCardContext *context,
                         GPtrArray        *tables,
                         GCancellable     *cancellable)
{
  AtlasSiblingRanks *self = g_new (AtlasSiblingRanks, 1);

  self->ranked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, ranked_free);
  for (guint i = 0; i < tables->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      AtlasTable *table = g_ptr_array_index (tables, i);

      for (guint row = 0; row < atlas_table_get_n_rows (table); row++)
        rank (self, context, atlas_table_get_indicator (table)->indicator_id, atlas_table_get_row (table, row));
    }
  return self;
}

void
atlas_sibling_ranks_free (AtlasSiblingRanks *self)
{
  g_hash_table_unref (self->ranked);
  g_free (self);
}

static int
find_row (AtlasTable        *table,
          const AtlasRegion *region)
{
  for (guint i = 0; i < atlas_table_get_n_rows (table); i++)
    if (atlas_table_get_row (table, i)->region == region)
      return (int) i;
  return -1;
}

static char *
dup_details (AtlasTable        *table,
             const AtlasRegion *parent)
{
  guint n_rows = atlas_table_get_n_rows (table);

  /* Translators: among whom a region has its rank: “among the divisions of Ningxia, 4 of 5 with a figure” */
  return g_strdup_printf (_("among the divisions of %1$s, %2$u of %3$u with a figure"),
                          atlas_region_get_display_name (parent), n_rows - atlas_table_count_missing (table), n_rows);
}

char *
atlas_sibling_ranks_dup (AtlasSiblingRanks  *self,
                         const char         *indicator,
                         const AtlasRegion  *region,
                         char              **out_details)
{
  g_autofree char *key = NULL;
  const Ranked *ranked;
  int row;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  *out_details = NULL;
  if (region->parent == NULL)
    return NULL;
  key = dup_key (indicator, region->parent);
  ranked = g_hash_table_lookup (self->ranked, key);
  row = ranked != NULL ? find_row (ranked->table, region) : -1;
  if (row < 0 || atlas_ranking_get (ranked->ranking, (guint) row)->rank == 0 ||
      atlas_ranking_get_n_ranked (ranked->ranking) < 2)
    return NULL;
  *out_details = dup_details (ranked->table, region->parent);
  return atlas_ranking_dup_words (ranked->ranking, (guint) row);
}
