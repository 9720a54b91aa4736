/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/return-groups.h"

#include "dataset/registers/register-names.h"
#include "reports/sentences.h"

static void
group_free (AtlasReturnGroup *group)
{
  g_ptr_array_unref (group->names);
  g_ptr_array_unref (group->missing);
  g_free (group);
}

int
atlas_return_groups_get_year (AtlasReportBuilder         *builder,
                              GPtrArray                  *regions,
                              const AtlasTableDefinition *table)
{
  AtlasRegisterCoverage *returns = atlas_catalogue_get_register_coverage (builder->catalogue);
  int latest = 0;

  for (guint i = 0; i < regions->len; i++)
    {
      g_autoptr (GArray) years = atlas_register_coverage_list_years (returns, table, g_ptr_array_index (regions, i));

      if (years->len > 0)
        latest = MAX (latest, g_array_index (years, int, years->len - 1));
    }
  return latest != 0 && builder->request->year != 0 ? builder->request->year : latest;
}

static AtlasReturnGroup *
make_group (AtlasReportBuilder         *builder,
            GPtrArray                  *regions,
            const AtlasTableDefinition *table,
            int                         year)
{
  AtlasRegisterCoverage *returns = atlas_catalogue_get_register_coverage (builder->catalogue);
  AtlasReturnGroup *group = g_new0 (AtlasReturnGroup, 1);

  group->names = g_ptr_array_new ();
  group->missing = g_ptr_array_new ();
  group->year = year;
  g_ptr_array_add (group->names, (gpointer) atlas_table_get_title (table));
  for (guint i = 0; i < regions->len; i++)
    {
      const AtlasRegion *region = g_ptr_array_index (regions, i);
      g_autoptr (GPtrArray) missing = atlas_register_coverage_list_missing (returns, table, region, year);
      guint of;

      group->n += atlas_register_coverage_count (returns, table, region, year, &of);
      group->of += of;
      g_ptr_array_extend (group->missing, missing, NULL, NULL);
    }
  return group;
}

static gboolean
are_alike (const AtlasReturnGroup *a,
           const AtlasReturnGroup *b)
{
  if (a->year != b->year || a->n != b->n || a->of != b->of || a->missing->len != b->missing->len)
    return FALSE;
  for (guint i = 0; i < a->missing->len; i++)
    if (g_ptr_array_index (a->missing, i) != g_ptr_array_index (b->missing, i))
      return FALSE;
  return TRUE;
}

/* Adds the register of GROUP, which is freed, to one that the same divisions have returned, or GROUP itself. */
static void
join_group (GPtrArray        *groups,
            AtlasReturnGroup *group)
{
  for (guint i = 0; i < groups->len; i++)
    {
      AtlasReturnGroup *other = g_ptr_array_index (groups, i);

      if (!are_alike (group, other))
        continue;
      g_ptr_array_extend (other->names, group->names, NULL, NULL);
      group_free (group);
      return;
    }
  g_ptr_array_add (groups, group);
}

char *
atlas_return_group_dup_names (const AtlasReturnGroup *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->names->len; i++)
    {
      const char *name = g_ptr_array_index (self->names, i);

      g_ptr_array_add (names, i > 0 ? atlas_sentence_dup_name (name) : g_strdup (name));
    }
  return atlas_sentence_list (names);
}

GPtrArray *
atlas_return_groups_list (AtlasReportBuilder *builder,
                          GPtrArray          *regions)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) group_free);

  for (guint i = 0; i < ATLAS_N_TABLES; i++)
    {
      const AtlasTableDefinition *table = &atlas_table_definitions[i];
      int year =
        atlas_table_definition_is_register (table) ? atlas_return_groups_get_year (builder, regions, table) : 0;

      if (year != 0)
        join_group (groups, make_group (builder, regions, table, year));
    }
  return groups;
}
