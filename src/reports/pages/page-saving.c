/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/pages/report-pages-private.h"

/* A page filled less than this, the last or another, is saved, if denser tables or a little tighter lines can save it. */
#define POOR_LAST_PAGE 0.22
#define POOR_PAGE 0.4
#define TIGHTNESS 0.94
/* Of a table, no more than this part of the rows, or so many, is brought back from the next page if it can be. */
#define FEW_ROWS 0.25
#define FEW 3
#define MAX_ROUNDS 6

/* Fewer pages are better, then fewer parts of tables. */
typedef struct {
  guint n_pages;
  guint n_parts;
} Quality;

static const AtlasBlock *
get_table (AtlasReportPages    *self,
           const AtlasFlowPart *part)
{
  const AtlasBlock *block = atlas_report_pages_get_block (self, part->item);

  return block->kind == ATLAS_BLOCK_TABLE ? block : NULL;
}

/* How much of PAGE is filled, from 0 to 1. */
static double
measure_fill (AtlasReportPages *self,
              guint             page)
{
  GArray *parts = atlas_report_pages_get_page (self, page)->parts;
  const AtlasFlowPart *last = &g_array_index (parts, AtlasFlowPart, parts->len - 1);

  return (last->y + last->height) / atlas_report_pages_get_area (self, page)->height;
}

/* AtlasBlock → how many parts it has: of all tables. */
static GHashTable *
count_parts (AtlasReportPages *self)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = self->n_front; i < self->pages->len; i++)
    {
      GArray *parts = atlas_report_pages_get_page (self, i)->parts;

      for (guint k = 0; k < parts->len; k++)
        {
          gpointer table = (gpointer) get_table (self, &g_array_index (parts, AtlasFlowPart, k));

          if (table != NULL)
            g_hash_table_insert (counts, table,
                                 GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, table)) + 1));
        }
    }
  return counts;
}

static Quality
measure_quality (AtlasReportPages *self,
                 GHashTable       *counts)
{
  Quality quality = { self->pages->len, 0 };
  GHashTableIter iter;
  gpointer n;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    quality.n_parts += GPOINTER_TO_UINT (n);
  return quality;
}

static gboolean
is_better (Quality a,
           Quality b)
{
  return a.n_pages < b.n_pages || (a.n_pages == b.n_pages && a.n_parts < b.n_parts);
}

/* Whether PAGE has hardly anything on it but one part. */
static gboolean
is_alone (AtlasReportPages *self,
          guint             page)
{
  return atlas_report_pages_get_page (self, page)->parts->len == 1 && measure_fill (self, page) < POOR_PAGE;
}

/* The tables of which the last rows stand alone on an upright page or, if FEW counts too, are few; (element-type AtlasBlock). */
static GPtrArray *
list_left_over (AtlasReportPages *self,
                gboolean          few)
{
  GPtrArray *tables = g_ptr_array_new ();

  for (guint i = self->n_front + 1; i < self->pages->len; i++)
    {
      const AtlasFlowPage *page = atlas_report_pages_get_page (self, i);
      const AtlasFlowPart *part = &g_array_index (page->parts, AtlasFlowPart, 0);
      const AtlasBlock *table = get_table (self, part);

      if (page->landscape || table == NULL || part->first_row == 0 || part->first_row + part->n_rows < table->table->rows->len)
        continue;
      if (is_alone (self, i) || (few && part->n_rows <= MAX (FEW, FEW_ROWS * table->table->rows->len)))
        g_ptr_array_add (tables, (gpointer) table);
    }
  return tables;
}

static GPtrArray *
list_tables (AtlasReportPages *self)
{
  GPtrArray *tables = g_ptr_array_new ();

  for (guint i = 0; i < self->layouts->len; i++)
    if (atlas_report_pages_get_block (self, i)->kind == ATLAS_BLOCK_TABLE)
      g_ptr_array_add (tables, (gpointer) atlas_report_pages_get_block (self, i));
  return tables;
}

static void
set_density (AtlasReportPages  *self,
             const AtlasBlock  *table,
             AtlasTableDensity  density)
{
  g_hash_table_insert (self->densities, (gpointer) table, GUINT_TO_POINTER (density));
}

/* Those of TABLES that are less dense become DENSITY; the others are taken out. (element-type guint): how dense those that are
 * left were. */
static GArray *
raise_density (AtlasReportPages  *self,
               GPtrArray         *tables,
               AtlasTableDensity  density)
{
  GArray *before = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = tables->len; i-- > 0;)
    {
      const AtlasBlock *table = g_ptr_array_index (tables, i);
      guint own = atlas_report_pages_get_density (self, table);

      if (own >= density)
        g_ptr_array_remove_index (tables, i);
      else
        g_array_prepend_val (before, own);
      if (own < density)
        set_density (self, table, density);
    }
  return before;
}

/* Those of TABLES that have no fewer parts than by COUNTS become as dense as BEFORE; FALSE where there are none. */
static gboolean
give_up_others (AtlasReportPages *self,
                GPtrArray        *tables,
                GArray           *before,
                GHashTable       *counts)
{
  g_autoptr (GHashTable) now = count_parts (self);
  gboolean changed = FALSE;

  for (guint i = 0; i < tables->len; i++)
    {
      gpointer table = g_ptr_array_index (tables, i);

      if (GPOINTER_TO_UINT (g_hash_table_lookup (now, table)) < GPOINTER_TO_UINT (g_hash_table_lookup (counts, table)))
        continue;
      set_density (self, table, g_array_index (before, guint, i));
      changed = TRUE;
    }
  return changed;
}

/* Lays out anew with those of TABLES as dense as DENSITY that are split less then; FALSE where the whole is no better, and then it is
 * as it was before. */
static gboolean
bring_back (AtlasReportPages  *self,
            GPtrArray         *tables,
            AtlasTableDensity  density)
{
  g_autoptr (GArray) before = raise_density (self, tables, density);
  g_autoptr (GHashTable) counts = count_parts (self);
  Quality quality = measure_quality (self, counts);

  if (tables->len == 0)
    return FALSE;
  atlas_report_pages_lay_out_tables (self, tables);
  if (give_up_others (self, tables, before, counts))
    atlas_report_pages_lay_out_tables (self, tables);
  g_hash_table_unref (counts);
  counts = count_parts (self);
  if (is_better (measure_quality (self, counts), quality))
    return TRUE;
  for (guint i = 0; i < tables->len; i++)
    set_density (self, g_ptr_array_index (tables, i), g_array_index (before, guint, i));
  atlas_report_pages_lay_out_tables (self, tables);
  return FALSE;
}

/* The same for all of TABLES or, where that does not help, for the first of them that it helps with. */
static gboolean
bring_back_any (AtlasReportPages *self,
                GPtrArray        *tables)
{
  for (AtlasTableDensity density = ATLAS_TABLE_DENSE; density <= ATLAS_TABLE_DENSEST; density++)
    {
      g_autoptr (GPtrArray) all = g_ptr_array_copy (tables, NULL, NULL);

      if (bring_back (self, all, density))
        return TRUE;
      for (guint i = 0; i < tables->len && tables->len > 1; i++)
        {
          g_autoptr (GPtrArray) one = g_ptr_array_new ();

          g_ptr_array_add (one, g_ptr_array_index (tables, i));
          if (bring_back (self, one, density))
            return TRUE;
        }
    }
  return FALSE;
}

/* The same for tables of which few rows are left over; where it helps, others begin on other pages, and so again. */
static void
bring_back_few (AtlasReportPages *self)
{
  for (guint i = 0; i < MAX_ROUNDS; i++)
    {
      g_autoptr (GPtrArray) few = list_left_over (self, TRUE);

      if (few->len == 0 || !bring_back_any (self, few))
        return;
    }
}

/* Whether A and B are of one kind: all their headers but one, which names what each of them is about, are the same. */
static gboolean
are_alike (const AtlasBlock *a,
           const AtlasBlock *b)
{
  GPtrArray *one = a->table->columns, *other = b->table->columns;
  guint n_different = 0;

  for (guint i = 0; i < MIN (one->len, other->len); i++)
    n_different += g_str_equal (g_ptr_array_index (one, i), g_ptr_array_index (other, i)) ? 0 : 1;
  return one->len == other->len && one->len > 2 && n_different <= 1;
}

/* How many of TABLES that are like TABLE are denser than usual, less those that are not. */
static int
weigh_alike (AtlasReportPages *self,
             GPtrArray        *tables,
             const AtlasBlock *table)
{
  int weight = 0;

  for (guint i = 0; i < tables->len; i++)
    if (are_alike (table, g_ptr_array_index (tables, i)))
      weight += atlas_report_pages_get_density (self, g_ptr_array_index (tables, i)) != ATLAS_TABLE_USUAL ? 1 : -1;
  return weight;
}

/* Where most of the tables of one kind have become denser, the others do too, so that they look alike. */
static void
even_out (AtlasReportPages *self)
{
  g_autoptr (GPtrArray) tables = list_tables (self);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < tables->len; i++)
    if (atlas_report_pages_get_density (self, g_ptr_array_index (tables, i)) == ATLAS_TABLE_USUAL &&
        weigh_alike (self, tables, g_ptr_array_index (tables, i)) > 0)
      g_ptr_array_add (others, g_ptr_array_index (tables, i));
  for (guint i = 0; i < others->len; i++)
    set_density (self, g_ptr_array_index (others, i), ATLAS_TABLE_DENSE);
  if (others->len > 0)
    atlas_report_pages_lay_out_tables (self, others);
}

static gboolean
has_poor_page (AtlasReportPages *self)
{
  guint last = self->pages->len - 1;

  for (guint i = self->n_front; i < last; i++)
    if (!atlas_report_pages_get_page (self, i)->landscape && !atlas_report_pages_get_page (self, i + 1)->landscape &&
        measure_fill (self, i) < POOR_PAGE)
      return TRUE;
  return self->pages->len - self->n_front >= 2 && !atlas_report_pages_get_page (self, last)->landscape &&
         measure_fill (self, last) < POOR_LAST_PAGE;
}

static void
set_tightness (AtlasReportPages       *self,
               const AtlasReportStyle *style,
               double                  tightness)
{
  for (guint i = 0; i < ATLAS_N_TEXT_ROLES; i++)
    {
      self->style.texts[i].leading_zh = style->texts[i].leading_zh * tightness;
      self->style.texts[i].leading_en = style->texts[i].leading_en * tightness;
    }
}

/* Lays out anew with TABLES of other densities, and with other lines if the style HAS_CHANGED. */
static void
lay_out_again (AtlasReportPages *self,
               GPtrArray        *tables,
               gboolean          has_changed)
{
  if (has_changed)
    atlas_report_pages_lay_out (self);
  else
    atlas_report_pages_lay_out_tables (self, tables);
}

/* Lays out anew with TABLES set denser and lines as TIGHTNESS says; FALSE where that saves no page, and then it is as before after
 * all is laid out once more. */
static gboolean
save_page (AtlasReportPages       *self,
           const AtlasReportStyle *style,
           GPtrArray              *tables,
           double                  tightness)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_copy (tables, NULL, NULL);
  g_autoptr (GArray) before = raise_density (self, changed, ATLAS_TABLE_DENSE);
  guint n_pages = self->pages->len;

  if (changed->len == 0 && tightness >= 1)
    return FALSE;
  set_tightness (self, style, tightness);
  lay_out_again (self, changed, tightness < 1);
  if (self->pages->len < n_pages)
    return TRUE;
  for (guint i = 0; i < changed->len; i++)
    set_density (self, g_ptr_array_index (changed, i), g_array_index (before, guint, i));
  set_tightness (self, style, 1);
  lay_out_again (self, changed, tightness < 1);
  return FALSE;
}

/* Denser tables, a little tighter lines, which on a grid stay where they are, or both. */
static void
save_poor_page (AtlasReportPages       *self,
                const AtlasReportStyle *style)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) tables = list_tables (self);

  if (save_page (self, style, tables, 1) || style->pitch > 0 || save_page (self, style, none, TIGHTNESS))
    return;
  if (tables->len > 0)
    save_page (self, style, tables, TIGHTNESS);
}

void
atlas_report_pages_save (AtlasReportPages       *self,
                         const AtlasReportStyle *style)
{
  g_autoptr (GPtrArray) alone = NULL;

  bring_back_few (self);
  alone = list_left_over (self, FALSE);
  bring_back (self, alone, ATLAS_TABLE_DENSEST);
  even_out (self);
  if (!has_poor_page (self))
    return;
  save_poor_page (self, style);
  /* Of what has become denser other rows are left over. */
  bring_back_few (self);
}
