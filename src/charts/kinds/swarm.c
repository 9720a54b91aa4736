/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "charts/kinds/swarm.h"

#include <math.h>

/* What a dot nearby leaves no room for: the places between, ends excluded. */
typedef struct {
  double low, high;
} Taken;

static int
by_low (gconstpointer a,
        gconstpointer b)
{
  const Taken *one = a, *other = b;

  return one->low < other->low ? -1 : one->low > other->low;
}

static int
by_high (gconstpointer a,
         gconstpointer b)
{
  const Taken *one = a, *other = b;

  return one->high > other->high ? -1 : one->high < other->high;
}

/* The dots before N that are nearer along the axis than DIAMETER. */
static void
find_taken (const AtlasSwarmDot *dots,
            guint                n,
            double               diameter,
            GArray              *taken)
{
  g_array_set_size (taken, 0);
  for (guint i = n; i-- > 0 && dots[n].along - dots[i].along < diameter;)
    {
      double apart = dots[n].along - dots[i].along;
      double reach = sqrt (diameter * diameter - apart * apart);
      Taken entry = { dots[i].across - reach, dots[i].across + reach };

      g_array_append_val (taken, entry);
    }
}

/* The first free place from 0 upwards; going down is the same mirrored. */
static double
first_free_up (GArray *taken)
{
  double place = 0.0;

  g_array_sort (taken, by_low);
  for (guint i = 0; i < taken->len; i++)
    {
      const Taken *entry = &g_array_index (taken, Taken, i);

      if (entry->low < place - 1e-9 && entry->high > place + 1e-9)
        place = entry->high;
    }
  return place;
}

static double
first_free_down (GArray *taken)
{
  double place = 0.0;

  g_array_sort (taken, by_high);
  for (guint i = 0; i < taken->len; i++)
    {
      const Taken *entry = &g_array_index (taken, Taken, i);

      if (entry->high > place + 1e-9 && entry->low < place - 1e-9)
        place = entry->low;
    }
  return place;
}

double
atlas_swarm_pack (AtlasSwarmDot *dots,
                  guint          n_dots,
                  double         diameter)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Taken));
  double farthest = 0.0;

  for (guint i = 0; i < n_dots; i++)
    {
      double up, down;

      find_taken (dots, i, diameter, taken);
      up = first_free_up (taken);
      down = first_free_down (taken);
      dots[i].across = up <= -down ? up : down;
      farthest = MAX (farthest, fabs (dots[i].across));
    }
  return farthest;
}
