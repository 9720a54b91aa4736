/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/label-placement.h"

#include <math.h>

/* Labels that touch and therefore move as one. */
typedef struct {
  guint first, last; /* in the sorted order */
  double size;
  double sum;        /* of wanted places, each less its offset in the cluster */
} Cluster;

static int
by_wanted (gconstpointer a,
           gconstpointer b)
{
  const AtlasLabelSlot *one = *(AtlasLabelSlot *const *) a, *other = *(AtlasLabelSlot *const *) b;

  return one->wanted < other->wanted ? -1 : one->wanted > other->wanted ? 1 : (one < other ? -1 : one > other);
}

static int
by_priority (gconstpointer a,
             gconstpointer b)
{
  const AtlasLabelSlot *one = *(AtlasLabelSlot *const *) a, *other = *(AtlasLabelSlot *const *) b;

  return one->priority > other->priority ? -1 : one->priority < other->priority ? 1 : (one < other ? -1 : one > other);
}

static GPtrArray *
sorted (AtlasLabelSlot *labels,
        guint           n_labels,
        GCompareFunc    compare)
{
  GPtrArray *list = g_ptr_array_sized_new (n_labels);

  for (guint i = 0; i < n_labels; i++)
    if (!labels[i].dropped)
      g_ptr_array_add (list, &labels[i]);
  g_ptr_array_sort (list, compare);
  return list;
}

/* Drops the least important labels until the rest fits. */
static guint
drop_excess (AtlasLabelSlot *labels,
             guint           n_labels,
             double          room)
{
  g_autoptr (GPtrArray) list = sorted (labels, n_labels, by_priority);
  double used = 0.0;
  guint n_dropped = 0;

  for (guint i = 0; i < list->len; i++)
    {
      AtlasLabelSlot *label = g_ptr_array_index (list, i);

      label->dropped = used + label->size > room + 1e-6;
      if (label->dropped)
        n_dropped++;
      else
        used += label->size;
    }
  return n_dropped;
}

static double
cluster_start (const Cluster *cluster,
               double         low,
               double         high)
{
  double best = cluster->sum / (cluster->last - cluster->first + 1);

  return CLAMP (best, low, MAX (low, high - cluster->size));
}

/* Appends one label as a cluster, and joins clusters for as long as the last two overlap. */
static void
push_cluster (GArray               *clusters,
              const AtlasLabelSlot *label,
              guint                 index,
              double                low,
              double                high)
{
  Cluster added = { index, index, label->size, label->wanted - label->size / 2.0 };

  g_array_append_val (clusters, added);
  while (clusters->len > 1)
    {
      Cluster *before = &g_array_index (clusters, Cluster, clusters->len - 2);
      Cluster *last = &g_array_index (clusters, Cluster, clusters->len - 1);

      if (cluster_start (before, low, high) + before->size <= cluster_start (last, low, high) + 1e-9)
        break;
      before->sum += last->sum - before->size * (last->last - last->first + 1);
      before->size += last->size;
      before->last = last->last;
      g_array_set_size (clusters, clusters->len - 1);
    }
}

static void
place_clusters (GArray    *clusters,
                GPtrArray *list,
                double     low,
                double     high)
{
  for (guint i = 0; i < clusters->len; i++)
    {
      const Cluster *cluster = &g_array_index (clusters, Cluster, i);
      double at = cluster_start (cluster, low, high);

      for (guint k = cluster->first; k <= cluster->last; k++)
        {
          AtlasLabelSlot *label = g_ptr_array_index (list, k);

          label->placed = at + label->size / 2.0;
          at += label->size;
        }
    }
}

guint
atlas_labels_spread (AtlasLabelSlot *labels,
                     guint           n_labels,
                     double          low,
                     double          high)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) clusters = g_array_new (FALSE, FALSE, sizeof (Cluster));
  guint n_dropped;

  for (guint i = 0; i < n_labels; i++)
    labels[i].dropped = FALSE;
  n_dropped = drop_excess (labels, n_labels, high - low);
  list = sorted (labels, n_labels, by_wanted);
  for (guint i = 0; i < list->len; i++)
    push_cluster (clusters, g_ptr_array_index (list, i), i, low, high);
  place_clusters (clusters, list, low, high);
  return n_dropped;
}

static gboolean
fits_among (GPtrArray            *kept,
            const AtlasLabelSlot *label)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const AtlasLabelSlot *other = g_ptr_array_index (kept, i);

      if (fabs (other->placed - label->placed) < (other->size + label->size) / 2.0 - 1e-9)
        return FALSE;
    }
  return TRUE;
}

guint
atlas_labels_thin (AtlasLabelSlot *labels,
                   guint           n_labels,
                   double          low,
                   double          high)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; i < n_labels; i++)
    {
      labels[i].dropped = FALSE;
      labels[i].placed = labels[i].wanted;
    }
  list = sorted (labels, n_labels, by_priority);
  for (guint i = 0; i < list->len; i++)
    {
      AtlasLabelSlot *label = g_ptr_array_index (list, i);
      gboolean inside = label->placed - label->size / 2.0 >= low - 1e-6 &&
                        label->placed + label->size / 2.0 <= high + 1e-6;

      label->dropped = !inside || !fits_among (kept, label);
      if (!label->dropped)
        g_ptr_array_add (kept, label);
    }
  return n_labels - kept->len;
}
