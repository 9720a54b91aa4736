/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/pages/coverage-cards.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/registers/register-names.h"
#include "dataset/registers/station-posts.h"
#include "indicators/number-format.h"
#include "indicators/uncovered-townships.h"
#include "reports/sentences.h"

/* A line names so many, and fewer where there are many in all; the divisions below name the others. */
#define MAX_NAMES 60
#define FEW_NAMES 12
#define MANY_IN_ALL 400

/* The division right below REGION that PLACE lies in, or is; REGION where none is between. */
static const AtlasRegion *
get_child (const AtlasRegion *region,
           const AtlasRegion *place)
{
  while (place != region && place->parent != NULL && place->parent != region)
    place = place->parent;
  return place;
}

static void
append_name (GString    *names,
             const char *name,
             guint       at,
             guint       n,
             guint       limit)
{
  if (at < limit)
    /* Translators: what stands between the names of a list */
    g_string_append_printf (names, "%s%s", at > 0 ? _(", ") : "", name);
  else if (at == limit)
    g_string_append_printf (names, ngettext (" and %u more", " and %u more", n - limit), n - limit);
}

/* A line of a list by division; NAMES are those of what lies in it, of N_ALL in the list. */
static void
add_division (AtlasCardContent  *content,
              AtlasTable        *coverage,
              const AtlasRegion *division,
              GPtrArray         *names,
              guint              n_all)
{
  g_autoptr (GString) text = g_string_new (NULL);
  AtlasTable *table = NULL;
  AtlasCardRow *row;
  guint at = 0;

  for (guint i = 0; coverage != NULL && i < atlas_table_get_n_rows (coverage); i++)
    if (atlas_table_get_row (coverage, i)->region == division)
      {
        table = coverage;
        at = i;
      }
  for (guint i = 0; i < names->len; i++)
    append_name (text, g_ptr_array_index (names, i), i, names->len, n_all > MANY_IN_ALL ? FEW_NAMES : MAX_NAMES);
  row = atlas_card_content_add_row (content, table, at);
  atlas_card_content_take_cell (content, row, atlas_region_dup_short_name (division));
  atlas_card_content_take_cell (content, row, g_strdup_printf ("%u", names->len));
  atlas_card_content_take_cell (content, row, g_strdup (text->str));
}

static void
add_columns (AtlasCardContent *content,
             const char       *names)
{
  atlas_card_content_add_column (content, _("Division"), FALSE);
  atlas_card_content_add_column (content, _("Number"), TRUE);
  atlas_card_content_add_texts (content, names);
}

/* UNCOVERED is in code order, so that those of a division stand together. */
static void
add_uncovered (AtlasCardContext *context,
               AtlasCardContent *content,
               AtlasTable       *coverage,
               GPtrArray        *uncovered)
{
  for (guint first = 0, last; first < uncovered->len; first = last)
    {
      const AtlasRegion *division = get_child (context->region, g_ptr_array_index (uncovered, first));
      g_autoptr (GPtrArray) names = g_ptr_array_new ();

      for (last = first; last < uncovered->len; last++)
        {
          const AtlasRegion *township = g_ptr_array_index (uncovered, last);

          if (get_child (context->region, township) != division)
            break;
          g_ptr_array_add (names, (gpointer) atlas_region_get_display_name (township));
        }
      add_division (content, coverage, division, names, uncovered->len);
    }
}

/* Within a county the townships are the divisions. */
static void
add_uncovered_of_county (AtlasCardContent *content,
                         AtlasTable       *townships,
                         GPtrArray        *uncovered)
{
  for (guint i = 0; i < uncovered->len; i++)
    {
      const AtlasRegion *township = g_ptr_array_index (uncovered, i);

      for (guint row = 0; row < atlas_table_get_n_rows (townships); row++)
        if (atlas_table_get_row (townships, row)->region == township)
          atlas_card_content_take_cell (content, atlas_card_content_add_row (content, townships, row),
                                        g_strdup (atlas_region_get_display_name (township)));
    }
}

/* What the list is of: the townships of a county, else the divisions below the region. */
static gboolean
add_rows (AtlasCardContext  *context,
          AtlasDataset      *dataset,
          AtlasCardContent  *content,
          GPtrArray         *uncovered,
          int                year,
          GError           **error)
{
  gboolean of_county = context->region->level >= ATLAS_REGION_LEVEL_COUNTY;
  g_autoptr (AtlasTable) table =
    of_county ? atlas_townships_ask_stations (dataset, context->catalogue, context->region, year, error)
              : atlas_card_ask_children (context, "township_coverage", NULL, error);

  if (table == NULL)
    return FALSE;
  if (of_county)
    {
      atlas_card_content_add_column (content, _("Township"), FALSE);
      add_uncovered_of_county (content, table, uncovered);
    }
  else
    {
      add_columns (content, _("Townships"));
      add_uncovered (context, content, table, uncovered);
    }
  return TRUE;
}

/* (nullable): what is not known of townships that are not listed; ANY: others are. */
static char *
dup_unknown (guint    n_unreturned,
             guint    n_unplaced,
             gboolean any)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *unreturned =
    g_strdup_printf (ngettext ("%u more lies in a division that has not returned the register, and is counted as without.",
                               "%u more lie in divisions that have not returned the register, and are counted as "
                               "without.", n_unreturned), n_unreturned);
  g_autofree char *unplaced = g_strdup_printf (
    any
      ? ngettext ("Whether %u more has one is not known: its county has stations that the register puts in no township.",
                  "Whether %u more have one is not known: their counties have stations that the register puts in no township.",
                  n_unplaced)
      : ngettext ("Whether %u township has one is not known: its county has stations that the register puts in no township.",
                  "Whether %u townships have one is not known: their counties have stations that the register puts in no township.",
                  n_unplaced),
    n_unplaced);

  atlas_sentence_append (text, n_unreturned > 0 ? unreturned : NULL);
  atlas_sentence_append (text, n_unplaced > 0 ? unplaced : NULL);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

static gboolean
fill_uncovered (AtlasCardContext  *context,
                AtlasCardContent  *content,
                int                year,
                GError           **error)
{
  AtlasDataset *dataset = atlas_card_context_get_dataset (context, error);
  guint n_unreturned, n_unplaced;
  g_autofree char *number = NULL;
  g_autoptr (GPtrArray) uncovered =
    dataset != NULL
      ? atlas_townships_find_uncovered (dataset, context->catalogue, context->region, year, &n_unreturned, &n_unplaced, error)
      : NULL;

  if (uncovered == NULL || !add_rows (context, dataset, content, uncovered, year, error))
    return FALSE;
  content->note = dup_unknown (n_unreturned, n_unplaced, uncovered->len + n_unreturned > 0);
  if (uncovered->len == 0)
    content->empty = content->note != NULL ? g_steal_pointer (&content->note) : g_strdup (_("Every township has an operating station."));
  if (uncovered->len == 0 && n_unreturned + n_unplaced > 0)
    return TRUE;
  number = atlas_format_cell (uncovered->len, NULL, ATLAS_SCALE_ONE);
  content->subtitle = g_strdup_printf (ngettext ("%s township", "%s townships", uncovered->len), number);
  return TRUE;
}

AtlasCardContent *
atlas_coverage_make_uncovered (AtlasCardContext  *context,
                               GError           **error)
{
  g_autoptr (AtlasCardContent) content = NULL;
  GError *failure = NULL;
  int year = 0;

  if (context->region->level <= ATLAS_REGION_LEVEL_COUNTY)
    year = atlas_coverage_find_register_year (context, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (year == 0)
    return atlas_card_content_new_hidden (); /* the card above says what to import */
  content = atlas_card_content_new_list (_("Townships without a station"), NULL);
  return fill_uncovered (context, content, year, error) ? g_steal_pointer (&content) : NULL;
}

static char *
dup_station (const AtlasStationPost *post,
             const AtlasRegion      *division)
{
  const char *township = atlas_region_get_display_name (post->region);

  if (post->region == division || post->region->level < ATLAS_REGION_LEVEL_TOWNSHIP)
    return g_strdup (post->name);
  /* Translators: a station and the township that it is in */
  return g_strdup_printf (C_("station", "%1$s (%2$s)"), post->name, township);
}

static void
add_posts (AtlasCardContext *context,
           AtlasCardContent *content,
           GPtrArray        *posts)
{
  for (guint first = 0, last; first < posts->len; first = last)
    {
      const AtlasRegion *division =
        get_child (context->region, ((AtlasStationPost *) g_ptr_array_index (posts, first))->region);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

      for (last = first; last < posts->len; last++)
        {
          const AtlasStationPost *post = g_ptr_array_index (posts, last);

          if (get_child (context->region, post->region) != division)
            break;
          g_ptr_array_add (names, dup_station (post, division));
        }
      add_division (content, NULL, division, names, posts->len);
    }
}

static guint
count_empty (GPtrArray *posts)
{
  guint n = 0;

  for (guint i = 0; i < posts->len; i++)
    n += ((AtlasStationPost *) g_ptr_array_index (posts, i))->n_people == 0;
  return n;
}

AtlasCardContent *
atlas_coverage_make_uncertified (AtlasCardContext  *context,
                                 GError           **error)
{
  AtlasRegisterCoverage *returns = atlas_catalogue_get_register_coverage (context->catalogue);
  const AtlasTableDefinition *stations = atlas_table_definition_find ("stations");
  AtlasDataset *dataset = atlas_card_context_get_dataset (context, error);
  g_autoptr (GPtrArray) posts = NULL;
  g_autofree char *n_posts = NULL, *n_empty = NULL;
  AtlasCardContent *content;
  gboolean known;

  if (dataset == NULL)
    return NULL;
  if (!atlas_register_coverage_has_table (returns, stations))
    return atlas_card_content_new_hidden ();
  posts = atlas_station_posts_list_uncertified (dataset, returns, atlas_catalogue_get_regions (context->catalogue),
                                                context->region, &known, error);
  if (posts == NULL)
    return NULL;
  if (!known)
    return atlas_card_content_new_lacking (_("Stations without a certified worker"),
                                           _("Who works in which station is not known: import the register of personnel with "
                                             "the number of each person's station."),
                                           "personnel", NULL);
  content = atlas_card_content_new_list (_("Stations without a certified worker"), NULL);
  n_posts = atlas_format_cell (posts->len, NULL, ATLAS_SCALE_ONE);
  n_empty = atlas_format_cell (count_empty (posts), NULL, ATLAS_SCALE_ONE);
  content->subtitle =
    g_strdup_printf (ngettext ("%1$s operating township station, %2$s of them without anybody at all",
                               "%1$s operating township stations, %2$s of them without anybody at all", posts->len),
                     n_posts, n_empty);
  add_columns (content, _("Stations"));
  add_posts (context, content, posts);
  if (posts->len == 0)
    content->empty = g_strdup (_("Every station whose staff is known has a certified worker."));
  return content;
}

/* The view's year, else the latest of which anybody has returned any register; 0: nobody has. */
static int
find_return_year (AtlasCardContext      *context,
                  AtlasRegisterCoverage *returns)
{
  const AtlasRegion *nation = atlas_region_tree_get_root (atlas_catalogue_get_regions (context->catalogue));
  int latest = 0;

  for (guint t = ATLAS_N_BUNDLED_TABLES; t < ATLAS_N_BUNDLED_TABLES + ATLAS_N_REGISTERS; t++)
    {
      g_autoptr (GArray) years = atlas_register_coverage_list_years (returns, &atlas_table_definitions[t], nation);

      if (years->len > 0)
        latest = MAX (latest, g_array_index (years, int, years->len - 1));
    }
  return latest != 0 && context->last_year != 0 ? context->last_year : latest;
}

/* The registers every county keeps have their column though nobody has returned them; of the others only those that
 * somebody has, since a dozen columns without one return would push the rest off the card. */
#define N_USUAL 4

static GPtrArray *
list_registers (AtlasCardContext *context,
                int               year,
                GPtrArray        *out_unreturned)
{
  AtlasRegisterCoverage *returns = atlas_catalogue_get_register_coverage (context->catalogue);
  GPtrArray *registers = g_ptr_array_new ();

  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    {
      const AtlasTableDefinition *table = &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES + i];
      guint out_of;
      gboolean is_returned = atlas_register_coverage_count (returns, table, context->region, year, &out_of) > 0;

      if (i < N_USUAL || is_returned)
        g_ptr_array_add (registers, (gpointer) table);
      else
        g_ptr_array_add (out_unreturned, (gpointer) atlas_table_get_title (table));
    }
  return registers;
}

static void
add_returns (AtlasCardContent      *content,
             AtlasRegisterCoverage *returns,
             GPtrArray             *registers,
             const AtlasRegion     *division,
             int                    year)
{
  AtlasCardRow *row = atlas_card_content_add_row (content, NULL, 0);

  atlas_card_content_take_cell (content, row, atlas_region_dup_short_name (division));
  for (guint i = 0; i < registers->len; i++)
    {
      guint out_of;
      guint n = atlas_register_coverage_count (returns, g_ptr_array_index (registers, i), division, year, &out_of);

      if (out_of == 1)
        atlas_card_content_take_cell (content, row,
                                      g_strdup (n > 0 ? C_("register", "Returned") : C_("register", "Missing")));
      else
        /* Translators: how many divisions of how many have returned a register */
        atlas_card_content_take_cell (content, row, g_strdup_printf (_("%1$u of %2$u"), n, out_of));
    }
}

static char *
dup_unreturned (GPtrArray *titles)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < titles->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? C_("between names", ", ") : "",
                            (const char *) g_ptr_array_index (titles, i));
  /* Translators: titles of registers */
  return g_strdup_printf (_("Returned by nobody: %s"), list->str);
}

AtlasCardContent *
atlas_coverage_make_returns (AtlasCardContext  *context,
                             GError           **error)
{
  AtlasRegisterCoverage *returns = atlas_catalogue_get_register_coverage (context->catalogue);
  const AtlasRegion *region = context->region;
  int year = find_return_year (context, returns);
  AtlasCardContent *content;
  g_autoptr (GPtrArray) unreturned = g_ptr_array_new ();
  g_autoptr (GPtrArray) registers = NULL;
  g_autofree char *subtitle = NULL;

  if (year == 0 || region->level > ATLAS_REGION_LEVEL_COUNTY)
    return atlas_card_content_new_hidden ();
  subtitle = g_strdup_printf (_("Registers of %d"), year);
  content = atlas_card_content_new_list (_("Which registers have been returned"), subtitle);
  atlas_card_content_add_column (content, _("Division"), FALSE);
  registers = list_registers (context, year, unreturned);
  for (guint i = 0; i < registers->len; i++)
    atlas_card_content_add_column (content, atlas_table_get_title (g_ptr_array_index (registers, i)), TRUE);
  if (unreturned->len > 0)
    content->note = dup_unreturned (unreturned);
  if (region->level == ATLAS_REGION_LEVEL_COUNTY)
    add_returns (content, returns, registers, region, year);
  for (guint i = 0; region->level < ATLAS_REGION_LEVEL_COUNTY && i < region->n_children; i++)
    if (region->children[i]->statutory)
      add_returns (content, returns, registers, region->children[i], year);
  return content;
}
