/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "indicators/row-order.h"

#include <string.h>

static int
compare_code (gconstpointer a,
              gconstpointer b)
{
  const AtlasObservation *left = *(const AtlasObservation *const *) a;
  const AtlasObservation *right = *(const AtlasObservation *const *) b;

  return strcmp (left->region->code, right->region->code);
}

static int
compare_name (gconstpointer a,
              gconstpointer b)
{
  const AtlasObservation *left = *(const AtlasObservation *const *) a;
  const AtlasObservation *right = *(const AtlasObservation *const *) b;
  int order = strcmp (left->region->pinyin, right->region->pinyin);

  return order != 0 ? order : compare_code (a, b);
}

static int
compare_value (gconstpointer a,
               gconstpointer b)
{
  const AtlasObservation *left = *(const AtlasObservation *const *) a;
  const AtlasObservation *right = *(const AtlasObservation *const *) b;
  gboolean left_missing = atlas_observation_is_missing (left);
  gboolean right_missing = atlas_observation_is_missing (right);

  if (left_missing != right_missing)
    return left_missing - right_missing;
  if (!left_missing && left->value != right->value)
    return left->value < right->value ? 1 : -1;
  return compare_code (a, b);
}

/* g_ptr_array_sort() is stable: the years and values of one region stay in their order. */
void
atlas_rows_sort_and_limit (GPtrArray           *rows,
                           const AtlasQuestion *question)
{
  switch (question->sort)
    {
    case ATLAS_SORT_ASKED:
      break;
    case ATLAS_SORT_CODE:
      g_ptr_array_sort (rows, compare_code);
      break;
    case ATLAS_SORT_VALUE:
      g_ptr_array_sort (rows, compare_value);
      break;
    case ATLAS_SORT_NAME:
      g_ptr_array_sort (rows, compare_name);
      break;
    default:
      g_return_if_reached ();
    }
  if (question->limit != 0 && rows->len > question->limit)
    g_ptr_array_set_size (rows, question->limit);
}
