/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/sibling-ranks.h"

#include <glib/gi18n.h>

#include "charts/ranking.h"
#include "window/pages/page-questions.h"

typedef struct {
  AtlasTable *table;
  AtlasRanking *ranking;
} Ranked;

struct _AtlasSiblingRanks {
  AtlasSession *session;
  GHashTable *ranked; /* (element-type utf8 Ranked): by indicator and division; NULL where it could not be asked */
};

static void
ranked_free (gpointer data)
{
  Ranked *self = data;

  if (self == NULL)
    return;
  atlas_ranking_free (self->ranking);
  atlas_table_unref (self->table);
  g_free (self);
}

AtlasSiblingRanks *
atlas_sibling_ranks_new (AtlasSession *session)
{
  AtlasSiblingRanks *self = g_new (AtlasSiblingRanks, 1);

  self->session = g_object_ref (session);
  self->ranked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, ranked_free);
  return self;
}

void
atlas_sibling_ranks_free (AtlasSiblingRanks *self)
{
  g_hash_table_unref (self->ranked);
  g_object_unref (self->session);
  g_free (self);
}

/* (nullable) (transfer none) */
static const Ranked *
get_ranked (AtlasSiblingRanks *self,
            const char        *indicator,
            const AtlasRegion *parent)
{
  g_autofree char *key = g_strconcat (indicator, " ", parent->code, NULL);
  Ranked *ranked = g_hash_table_lookup (self->ranked, key);
  AtlasTable *table;

  if (ranked != NULL || g_hash_table_contains (self->ranked, key))
    return ranked;
  table = atlas_ask_children (self->session, indicator, parent, NULL);
  if (table != NULL)
    {
      ranked = g_new (Ranked, 1);
      *ranked = (Ranked) { table, atlas_ranking_new (table, atlas_table_choose_scale (table), NULL) };
    }
  g_hash_table_insert (self->ranked, g_steal_pointer (&key), ranked);
  return ranked;
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
  const Ranked *ranked;
  int row;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (region != NULL, NULL);

  *out_details = NULL;
  ranked = region->parent != NULL ? get_ranked (self, indicator, region->parent) : NULL;
  row = ranked != NULL ? find_row (ranked->table, region) : -1;
  if (row < 0 || atlas_ranking_get (ranked->ranking, (guint) row)->rank == 0 ||
      atlas_ranking_get_n_ranked (ranked->ranking) < 2)
    return NULL;
  *out_details = dup_details (ranked->table, region->parent);
  return atlas_ranking_dup_words (ranked->ranking, (guint) row);
}
