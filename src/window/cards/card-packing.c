/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/cards/card-packing.h"

#define MAX_COLUMNS 16
/* So much may stay empty below a card before it counts as a gap: about a line of a chart with its heading. */
#define LEAST_GAP 120
/* A part of the height of the line: of a high one more may stay empty, or be filled by a card that grows. */
#define GAP_PART 3
#define GROWTH_PART 2
/* A card alone in its line is not made wider than this: bars across a whole large screen are worse than a gap below them. */
#define MAX_WIDTH 1200

/* Cards beside and below each other that begin at one height, and end at one. */
typedef struct {
  AtlasCardPlace *first;
  guint n;
  int n_columns;
  int y;
  int bottoms[MAX_COLUMNS]; /* of the columns, from Y */
} Group;

static int
find_bottom (const Group *group,
             gboolean     highest)
{
  int found = 0;

  for (int i = 1; i < group->n_columns; i++)
    if (highest ? group->bottoms[i] > group->bottoms[found] : group->bottoms[i] < group->bottoms[found])
      found = i;
  return found;
}

static int
measure_height (const Group *group)
{
  return group->bottoms[find_bottom (group, TRUE)];
}

static int
measure_unevenness (const Group *group)
{
  return measure_height (group) - group->bottoms[find_bottom (group, FALSE)];
}

static void
add (const AtlasCardPacking *self,
     Group                  *group,
     int                     column)
{
  AtlasCardPlace *place = &group->first[group->n++];
  int top = group->bottoms[column] > 0 ? group->bottoms[column] + self->spacing : 0;

  place->column = column;
  place->n_columns = group->n_columns;
  place->y = group->y + top;
  place->height = self->measure (place->card, group->n_columns, self->width);
  group->bottoms[column] = top + place->height;
}

static gboolean
fits (const AtlasCardPacking *self,
      const AtlasCardPlace   *place,
      int                     n_columns)
{
  return (self->width - (n_columns - 1) * self->spacing) / n_columns >= place->least_width;
}

/* Fills up the shortest column with the cards that follow, as long as that brings the columns closer together. */
static void
fill_up (const AtlasCardPacking *self,
         Group                  *group,
         guint                   n_left)
{
  while (group->n < n_left && fits (self, &group->first[group->n], group->n_columns))
    {
      Group more = *group;

      add (self, &more, find_bottom (group, FALSE));
      if (measure_unevenness (&more) >= measure_unevenness (group))
        return;
      *group = more;
    }
}

/* How many of the N cards, from the first, can stand in so many columns. */
static guint
count_fitting (const AtlasCardPacking *self,
               const AtlasCardPlace   *places,
               guint                   n,
               guint                   n_columns)
{
  guint n_fitting = 0;

  while (n_fitting < n && fits (self, &places[n_fitting], (int) n_columns))
    n_fitting++;
  return n_fitting;
}

/* As many as there can be; of four cards in three columns two and two, as the fourth alone would be wider than the others together. */
static guint
count_columns (const AtlasCardPacking *self,
               const AtlasCardPlace   *places,
               guint                   n)
{
  guint n_columns = MIN (n, (guint) CLAMP (self->max_columns, 1, MAX_COLUMNS));

  while (n_columns > 1 && count_fitting (self, places, n, n_columns) < n_columns)
    n_columns--;
  if (n_columns > 2 && count_fitting (self, places, n, n_columns) == n_columns + 1)
    n_columns--;
  return n_columns;
}

/* Of COLUMN the card that takes what is left: the last that has something to fill it with, else the last. */
static AtlasCardPlace *
find_stretched (const AtlasCardPacking *self,
                Group                  *group,
                int                     column)
{
  AtlasCardPlace *last = NULL;

  for (guint i = group->n; i > 0; i--)
    {
      AtlasCardPlace *place = &group->first[i - 1];

      if (place->column != column)
        continue;
      if (self->grows (place->card))
        return place;
      last = last != NULL ? last : place;
    }
  return last;
}

static gboolean
leaves_gap (const AtlasCardPacking *self,
            Group                  *group)
{
  int height = measure_height (group);

  for (int i = 0; i < group->n_columns; i++)
    {
      int gap = height - group->bottoms[i];
      gboolean grows = self->grows (find_stretched (self, group, i)->card);

      if (gap > LEAST_GAP && gap > height / (grows ? GROWTH_PART : GAP_PART))
        return TRUE;
    }
  return FALSE;
}

static void
stretch (const AtlasCardPacking *self,
         Group                  *group)
{
  int height = measure_height (group);

  for (int i = 0; i < group->n_columns; i++)
    {
      AtlasCardPlace *stretched = find_stretched (self, group, i);
      int more = height - group->bottoms[i];

      stretched->height += more;
      for (AtlasCardPlace *place = stretched + 1; place < group->first + group->n; place++)
        if (place->column == i)
          place->y += more;
    }
}

static Group
make_group (const AtlasCardPacking *self,
            AtlasCardPlace         *places,
            guint                   n,
            guint                   n_columns,
            int                     y)
{
  Group group = { places, 0, (int) n_columns, y, { 0 } };

  for (guint i = 0; i < n_columns; i++)
    add (self, &group, (int) i);
  if (n_columns > 1)
    fill_up (self, &group, n);
  return group;
}

int
atlas_card_packing_place (const AtlasCardPacking *self,
                          AtlasCardPlace         *places,
                          guint                   n)
{
  int y = 0;

  for (guint done = 0; done < n;)
    {
      guint n_columns = count_columns (self, places + done, n - done);
      Group group = make_group (self, places + done, n - done, n_columns, y);

      while (n_columns > 1 && self->width <= MAX_WIDTH * ((int) n_columns - 1) && leaves_gap (self, &group))
        group = make_group (self, places + done, n - done, --n_columns, y);
      stretch (self, &group);
      done += group.n;
      y += measure_height (&group) + (done < n ? self->spacing : 0);
    }
  return y;
}
