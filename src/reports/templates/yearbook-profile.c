/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include <glib/gi18n.h>

#include "charts/ranking.h"
#include "dataset/language.h"
#include "reports/sentences.h"
#include "reports/table-notes.h"
#include "reports/templates/yearbook-basis.h"
#include "reports/templates/yearbook-parts.h"

/* Places among the first and the last that stand out, and of how many at least. */
#define OUTSTANDING 3
#define LEAST_RANKED 6
/* More of them would leave no room for the table on the page of a profile. */
#define MAX_TOLD 2

/* The places of the divisions of one level in one column. */
typedef struct {
  AtlasTable *table;
  AtlasRanking *ranking;
} Rank;

static void
rank_free (Rank *rank)
{
  atlas_ranking_free (rank->ranking);
  atlas_table_unref (rank->table);
  g_free (rank);
}

static const Rank *
get_ranks (AtlasYearbook    *self,
           guint             grid,
           guint             column,
           AtlasRegionLevel  level)
{
  g_autofree char *key = g_strdup_printf ("%u:%u:%d", grid, column, level);
  Rank *rank;

  if (self->ranks == NULL)
    self->ranks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) rank_free);
  rank = g_hash_table_lookup (self->ranks, key);
  if (rank != NULL)
    return rank;
  rank = g_new0 (Rank, 1);
  rank->table = atlas_yearbook_grid_filter (self->grids[grid], column, level, FALSE);
  rank->ranking = atlas_ranking_new (rank->table, g_array_index (self->grids[grid]->scales, AtlasScale, column), NULL);
  g_hash_table_insert (self->ranks, g_steal_pointer (&key), rank);
  return rank;
}

/* The place of REGION in a column, 0 where it has none, and OUT_OF how many. A bound leaves open who is where. */
static guint
find_rank (AtlasYearbook     *self,
           guint              grid,
           guint              column,
           const AtlasRegion *region,
           guint             *out_of)
{
  const Rank *ranks = get_ranks (self, grid, column, region->level);

  *out_of = atlas_ranking_get_n_ranked (ranks->ranking);
  if (*out_of < 2 || !atlas_division_are_ranked (ranks->table))
    return 0;
  for (guint i = 0; i < atlas_table_get_n_rows (ranks->table); i++)
    if (atlas_table_get_row (ranks->table, i)->region == region)
      return atlas_ranking_get (ranks->ranking, i)->rank;
  return 0;
}

/* Whether other divisions of the level of REGION have its RANK in a column too. */
static gboolean
is_shared (AtlasYearbook     *self,
           guint              grid,
           guint              column,
           const AtlasRegion *region,
           guint              rank)
{
  const Rank *ranks = get_ranks (self, grid, column, region->level);
  guint n = 0;

  for (guint i = 0; i < atlas_table_get_n_rows (ranks->table); i++)
    n += atlas_ranking_get (ranks->ranking, i)->rank == rank ? 1 : 0;
  return n > 1;
}

/* A profile leaves out parts of a whole, and what a ratio is made of: the chapters have them. */
static gboolean
is_shown (AtlasYearbook     *self,
          guint              grid,
          guint              column,
          const AtlasRegion *region)
{
  const AtlasYearbookColumn *described = &self->grids[grid]->columns[column];

  return described->dimension == NULL && described->part == ATLAS_DIVISION_VALUE &&
         atlas_yearbook_grid_is_known (self->grids[grid], column, region);
}

/* What stands out of a division: @place: how far from the first, or from the last. */
typedef struct {
  char *text;
  guint place;
} Standing;

static void
standing_free (Standing *standing)
{
  g_free (standing->text);
  g_free (standing);
}

static int
compare_standings (gconstpointer a,
                   gconstpointer b)
{
  const Standing *first = *(const Standing *const *) a, *second = *(const Standing *const *) b;

  return (first->place > second->place) - (first->place < second->place);
}

/* "Certified share of social workers (joint rank 1)": the value and among how many stand in the table below. */
static void
add_standing (AtlasYearbook     *self,
              GPtrArray         *standings,
              guint              grid,
              guint              column,
              const AtlasRegion *region,
              guint              rank,
              guint              place)
{
  g_autofree char *name = atlas_yearbook_grid_dup_told_name (self->grids[grid], column);
  Standing *standing = g_new (Standing, 1);

  if (is_shared (self, grid, column, region, rank))
    /* Translators: an indicator, and a rank that several have */
    standing->text = g_strdup_printf (C_("standing", "%1$s (joint rank %2$u)"), name, rank);
  else
    /* Translators: an indicator, and its rank */
    standing->text = g_strdup_printf (C_("standing", "%1$s (rank %2$u)"), name, rank);
  standing->place = place;
  g_ptr_array_add (standings, standing);
}

static void
append_list (GString    *text,
             const char *format,
             GPtrArray  *items)
{
  g_autofree char *list = atlas_sentence_list_none (items);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *sentence = g_strconcat (parts[0], list, parts[1], NULL);

  if (items->len > 0)
    atlas_sentence_append (text, sentence);
}

/* LIST has those of N that are named. */
static char *
say_standings (gboolean    are_first,
               gboolean    are_all,
               const char *list,
               guint       n)
{
  if (are_all)
    return are_first ? g_strdup_printf (_("Among the first: %s."), list) : g_strdup_printf (_("Among the last: %s."), list);
  if (are_first)
    return g_strdup_printf (_("Among the first: %1$s and others, %2$u in all."), list, n);
  return g_strdup_printf (_("Among the last: %1$s and others, %2$u in all."), list, n);
}

/* Those that stand out most, in the order of the table. */
static void
append_standings (GString   *text,
                  gboolean   are_first,
                  GPtrArray *standings)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GPtrArray) told = g_ptr_array_new ();
  g_autofree char *list = NULL, *sentence = NULL;
  gboolean are_all;

  if (standings->len == 0)
    return;
  g_ptr_array_extend (sorted, standings, NULL, NULL);
  g_ptr_array_sort (sorted, compare_standings);
  for (guint i = 0; i < standings->len; i++)
    {
      Standing *standing = g_ptr_array_index (standings, i);
      guint place;

      if (g_ptr_array_find (sorted, standing, &place) && place < MAX_TOLD)
        g_ptr_array_add (told, standing->text);
    }
  are_all = told->len == standings->len;
  list = are_all ? atlas_sentence_list (told) : atlas_sentence_join (told);
  sentence = say_standings (are_first, are_all, list, standings->len);
  atlas_sentence_append (text, sentence);
}

/* "2024年，银川市持证社工619人，占宁夏的20.0%〔1〕。乡镇（街道）社工站覆盖率……，高于宁夏0.2个百分点〔2〕。……" */
static void
append_levels (AtlasYearbook     *self,
               const AtlasRegion *region,
               GString           *text)
{
  const struct {
    AtlasYearbookChapter grid;
    guint column;
  } told[] = { { ATLAS_YEARBOOK_PEOPLE, 1 }, { ATLAS_YEARBOOK_STATIONS, 2 }, { ATLAS_YEARBOOK_FUNDING, 0 } };
  AtlasReportBuilder *builder = self->about.builder;
  AtlasSubject about = self->about;

  about.region = region;
  about.name = atlas_region_get_display_name (region);
  about.told_period = "-";
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      const AtlasYearbookGrid *grid = self->grids[told[i].grid];
      const AtlasObservation *own = atlas_yearbook_grid_find (grid, told[i].column, region);
      const AtlasObservation *whole = atlas_yearbook_grid_find (grid, told[i].column, self->about.region);
      g_autofree char *part = atlas_clause_part_of (builder->catalogue, own, whole, self->about.name);
      g_autofree char *difference =
        told[i].grid == ATLAS_YEARBOOK_STATIONS ? atlas_clause_difference (own, whole, self->about.name) : NULL;
      const char *clauses[] = { part, difference };
      const AtlasObservation *bases[] = { part != NULL || difference != NULL ? whole : NULL };

      atlas_subject_append (&about, text, own, clauses, G_N_ELEMENTS (clauses), bases, G_N_ELEMENTS (bases));
    }
}

/* The main figures of REGION, and what stands out. */
static char *
dup_text (AtlasYearbook     *self,
          const AtlasRegion *region,
          gboolean           with_levels)
{
  g_autoptr (GPtrArray) first = g_ptr_array_new_with_free_func ((GDestroyNotify) standing_free);
  g_autoptr (GPtrArray) last = g_ptr_array_new_with_free_func ((GDestroyNotify) standing_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint g = 0; g < ATLAS_N_YEARBOOK_CHAPTERS; g++)
    for (guint c = 0; c < self->grids[g]->n_columns; c++)
      {
        guint of = 0, rank = is_shown (self, g, c, region) ? find_rank (self, g, c, region, &of) : 0;

        if (rank == 0 || of < LEAST_RANKED)
          continue;
        if (rank <= OUTSTANDING)
          add_standing (self, first, g, c, region, rank, rank);
        else if (rank + OUTSTANDING > of)
          add_standing (self, last, g, c, region, rank, of - rank);
      }
  if (with_levels || first->len + last->len == 0)
    append_levels (self, region, text);
  append_standings (text, TRUE, first);
  append_standings (text, FALSE, last);
  if (text->len == 0)
    /* Translators: a division */
    g_string_append_printf (text, _("The main figures of %s, and its rank by each of them, stand below."),
                            atlas_region_get_display_name (region));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Whether any figure was counted from a register. */
static gboolean
is_counted (AtlasYearbook *self)
{
  for (guint g = 0; g < ATLAS_N_YEARBOOK_CHAPTERS; g++)
    for (guint c = 0; c < self->grids[g]->n_columns; c++)
      {
        const AtlasObservation *whole = atlas_yearbook_grid_find (self->grids[g], c, self->about.region);

        if (!atlas_observation_is_missing (whole) && whole->basis == ATLAS_BASIS_REGISTERS)
          return TRUE;
      }
  return FALSE;
}

/* Whether most divisions of the level of REGION have a figure in a column. Of registers all have much the same, so what most
 * lack is said in the chapters; documents tell of each something else. */
static gboolean
is_usual (AtlasYearbook     *self,
          guint              grid,
          guint              column,
          const AtlasRegion *region)
{
  guint n = 0, n_known = 0;

  if (!is_counted (self))
    return TRUE;
  for (guint i = 1; i < self->regions->len; i++)
    {
      const AtlasRegion *peer = g_ptr_array_index (self->regions, i);

      if (peer->level != region->level)
        continue;
      n++;
      n_known += atlas_yearbook_grid_is_known (self->grids[grid], column, peer) ? 1 : 0;
    }
  return n_known * 2 > n;
}

/* What REGION lacks that most others have; "" where that is nothing. */
static char *
dup_missing (AtlasYearbook     *self,
             const AtlasRegion *region)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint g = 0; g < ATLAS_N_YEARBOOK_CHAPTERS; g++)
    for (guint c = 0; c < self->grids[g]->n_columns; c++)
      if (is_shown (self, g, c, NULL) && !is_shown (self, g, c, region) && is_usual (self, g, c, region))
        g_ptr_array_add (missing, atlas_yearbook_grid_dup_told_name (self->grids[g], c));
  append_list (text, _("There is no figure for %s."), missing);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
atlas_yearbook_add_key_figures (AtlasYearbook     *self,
                                const AtlasRegion *region)
{
  const struct {
    AtlasYearbookChapter grid;
    guint column;
  } chosen[] = {
    { ATLAS_YEARBOOK_PEOPLE, 1 }, { ATLAS_YEARBOOK_PEOPLE, 6 }, { ATLAS_YEARBOOK_STATIONS, 2 }, { ATLAS_YEARBOOK_FUNDING, 0 },
  };
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_key_figure_free);

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    {
      const AtlasYearbookGrid *grid = self->grids[chosen[i].grid];
      const AtlasObservation *observation = atlas_yearbook_grid_find (grid, chosen[i].column, region);
      g_autofree char *fraction =
        chosen[i].grid == ATLAS_YEARBOOK_STATIONS ? atlas_subject_dup_fraction (observation) : NULL;

      atlas_subject_add_key_figure (&self->about, figures, g_ptr_array_index (grid->tables, chosen[i].column), observation, fraction);
    }
  if (figures->len >= 2)
    atlas_report_add_key_figures (self->about.builder->report, figures);
  else
    g_ptr_array_unref (figures);
}

static void
add_row (AtlasYearbook     *self,
         AtlasReportTable  *table,
         guint              grid,
         guint              column,
         const AtlasRegion *region)
{
  const AtlasYearbookGrid *chapter = self->grids[grid];
  const AtlasObservation *observation = atlas_yearbook_grid_find (chapter, column, region);
  g_autofree char *label = atlas_yearbook_grid_dup_label (chapter, column);
  g_autofree char *value = atlas_yearbook_grid_dup_cell (chapter, column, region);
  g_autofree char *whole = atlas_yearbook_grid_dup_cell (chapter, column, self->about.region);
  g_autofree char *period = atlas_format_period (observation->period);
  guint of, rank = find_rank (self, grid, column, region, &of);
  g_autofree char *place = rank > 0 ? g_strdup_printf ("%u/%u", rank, of) : g_strdup ("—");

  atlas_report_table_add_row (table);
  atlas_report_table_add_cell (table, label);
  atlas_report_table_add_cell (table, value);
  atlas_report_table_add_cell (table, period);
  atlas_report_table_add_cell (table, place);
  atlas_report_table_add_cell (table, whole);
}

/* The rows of a column that are about REGION and, if there is one, the whole: for the note on their signs and sources. */
static AtlasTable *
take_rows (AtlasYearbook     *self,
           guint              grid,
           guint              column,
           const AtlasRegion *region)
{
  AtlasTable *table = g_ptr_array_index (self->grids[grid]->tables, column);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_observation_unref);
  const AtlasObservation *own = atlas_yearbook_grid_find (self->grids[grid], column, region);
  const AtlasObservation *whole = atlas_yearbook_grid_find (self->grids[grid], column, self->about.region);

  g_ptr_array_add (rows, atlas_observation_ref ((AtlasObservation *) own));
  if (!atlas_observation_is_missing (whole))
    g_ptr_array_add (rows, atlas_observation_ref ((AtlasObservation *) whole));
  return atlas_table_new (atlas_table_get_catalogue (table), atlas_table_get_question (table), rows);
}

/* Of which periods the figures of the whole are that are of another than those of REGION beside them, whose periods the table
 * has; (nullable) where none is. */
static char *
say_other_periods (AtlasYearbook     *self,
                   const AtlasRegion *region)
{
  g_autoptr (GPtrArray) periods = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint g = 0; g < ATLAS_N_YEARBOOK_CHAPTERS; g++)
    for (guint c = 0; c < self->grids[g]->n_columns; c++)
      {
        const AtlasObservation *own = atlas_yearbook_grid_find (self->grids[g], c, region);
        const AtlasObservation *whole = atlas_yearbook_grid_find (self->grids[g], c, self->about.region);
        guint group;

        if (!is_shown (self, g, c, region) || atlas_observation_is_missing (whole) || g_str_equal (own->period, whole->period))
          continue;
        if (!g_ptr_array_find_with_equal_func (periods, whole->period, g_str_equal, &group))
          {
            group = periods->len;
            g_ptr_array_add (periods, g_strdup (whole->period));
            g_ptr_array_add (groups, g_ptr_array_new_with_free_func (g_free));
          }
        g_ptr_array_add (g_ptr_array_index (groups, group), atlas_yearbook_grid_dup_told_name (self->grids[g], c));
      }
  if (groups->len == 0)
    return NULL;
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *names = atlas_sentence_list (g_ptr_array_index (groups, i));
      g_autofree char *period = atlas_format_period (g_ptr_array_index (periods, i));

      /* Translators: indicators, and the period of the figures of the whole */
      g_ptr_array_add (texts, g_strdup_printf (C_("period of indicators", "%1$s (%2$s)"), names, period));
    }
  list = atlas_sentence_list (texts);
  /* Translators: the whole, and indicators with the periods of its figures */
  return g_strdup_printf (_("Figures of %1$s of another period: %2$s."), self->about.name, list);
}

/* Where documents have the say of REGION or the whole, and registers are counted for others. */
static char *
say_mixture (AtlasYearbook     *self,
             const AtlasRegion *region)
{
  g_autoptr (GPtrArray) regions = g_ptr_array_new ();

  g_ptr_array_add (regions, (gpointer) region);
  g_ptr_array_add (regions, (gpointer) self->about.region);
  return atlas_yearbook_basis_dup_mixture (self->grids, ATLAS_N_YEARBOOK_CHAPTERS, regions, FALSE);
}

static AtlasReportTable *
make_table (AtlasYearbook     *self,
            const AtlasRegion *region)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_table_unref);
  g_autofree char *title = g_strdup_printf (_("%s: main figures"), atlas_region_get_display_name (region));
  g_autoptr (GString) note = g_string_new (_("Rank: among the divisions of the same level, and of how many; —: not ranked."));
  g_autofree char *basis = NULL, *missing = dup_missing (self, region), *periods = say_other_periods (self, region);
  g_autofree char *mixture = say_mixture (self, region);
  g_autofree char *name = atlas_region_dup_short_name (region);
  AtlasReportTable *table = atlas_report_table_new (title, NULL);

  atlas_report_table_add_column (table, _("Indicator"), FALSE);
  atlas_report_table_add_column (table, name, TRUE);
  atlas_report_table_add_column (table, _("Period"), TRUE);
  atlas_report_table_add_column (table, _("Rank"), TRUE);
  atlas_report_table_add_column (table, self->about.name, TRUE);
  for (guint g = 0; g < ATLAS_N_YEARBOOK_CHAPTERS; g++)
    for (guint c = 0; c < self->grids[g]->n_columns; c++)
      if (is_shown (self, g, c, region))
        {
          add_row (self, table, g, c, region);
          g_ptr_array_add (shown, take_rows (self, g, c, region));
        }
  atlas_sentence_append (note, missing);
  atlas_sentence_append (note, periods);
  atlas_sentence_append (note, mixture);
  basis = atlas_report_dup_table_note (self->about.builder->report, shown);
  atlas_sentence_append (note, basis);
  table->note = g_string_free (g_steal_pointer (&note), FALSE);
  return table;
}

static gboolean
has_figure (AtlasYearbook     *self,
            const AtlasRegion *region)
{
  for (guint g = 0; g < ATLAS_N_YEARBOOK_CHAPTERS; g++)
    for (guint c = 0; c < self->grids[g]->n_columns; c++)
      if (is_shown (self, g, c, region))
        return TRUE;
  return FALSE;
}

/* On the lines of a grid a profile has its page to itself without the headline figures, which the table has too; English, which
 * takes twice as many of them, goes without the levels as well where it has something else to say. */
static void
add_profile (AtlasYearbook     *self,
             const AtlasRegion *region,
             gboolean           with_key_figures)
{
  AtlasReport *report = self->about.builder->report;
  gboolean with_levels = with_key_figures || atlas_language_current () == ATLAS_LANGUAGE_CHINESE;
  g_autofree char *told = dup_text (self, region, with_levels);
  g_autoptr (GString) text = g_string_new (told);

  atlas_report_add_heading (report, 2, atlas_region_get_display_name (region));
  if (with_key_figures)
    atlas_yearbook_add_key_figures (self, region);
  atlas_report_builder_add_paragraph (self->about.builder, text, 0, 1);
  atlas_report_add_table (report, make_table (self, region));
}

/* With registers a profile may fill a page; with published figures most are short, and follow each other. */
void
atlas_yearbook_add_profiles (AtlasYearbook *self)
{
  AtlasReport *report = self->about.builder->report;
  const AtlasReportStyle *style = self->about.builder->request->style;
  gboolean on_own_page = is_counted (self) && (style == NULL || style->paper == ATLAS_PAPER_A4);
  gboolean with_key_figures = !on_own_page || style == NULL || style->pitch <= 0;
  g_autoptr (GPtrArray) silent = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  if (on_own_page)
    atlas_report_add (report, atlas_block_new (ATLAS_BLOCK_PAGE_BREAK, NULL));
  atlas_report_add_heading (report, 1, _("Profiles of the divisions"));
  for (guint i = 1, n = 0; i < self->regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (self->regions, i);

      if (!has_figure (self, region))
        {
          g_ptr_array_add (silent, (gpointer) atlas_region_get_display_name (region));
          continue;
        }
      if (on_own_page && n++ > 0)
        atlas_report_add (report, atlas_block_new (ATLAS_BLOCK_PAGE_BREAK, NULL));
      add_profile (self, region, with_key_figures);
    }
  /* Otherwise named there. */
  if (!atlas_report_builder_has_section (self->about.builder, "completeness"))
    append_list (text, _("There is no figure at all for %s."), silent);
  if (text->len > 0)
    atlas_report_add_paragraph (report, text->str);
}
