/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/registers/import-sources.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dataset-private.h"
#include "dataset/text.h"

typedef struct {
  GPtrArray *sources; /* of single imports */
  GArray *ids;        /* (element-type gint64): of the same, ascending */
  AtlasSource *all;   /* (nullable): where there are many */
} Imports;

struct _AtlasImportSources {
  Imports tables[ATLAS_N_REGISTERS];
};

static Imports *
get_imports (AtlasImportSources         *self,
             const AtlasTableDefinition *table)
{
  return &self->tables[table - &atlas_table_definitions[ATLAS_N_BUNDLED_TABLES]];
}

static const char *
get_name (const AtlasTableDefinition *table)
{
  static const struct {
    const char *table;
    const char *name;
  } names[] = {
    { "stations", NC_("source", "Register of stations") },
    { "personnel", NC_("source", "Register of personnel") },
    { "funding", NC_("source", "Register of funding") },
    { "services", NC_("source", "Register of services") },
    { "organisations", NC_("source", "Register of organisations") },
    { "projects", NC_("source", "Register of projects") },
    { "training", NC_("source", "Register of training classes") },
    { "posts", NC_("source", "Register of posts") },
    { "policies", NC_("source", "Register of policies and standards") },
    { "incentives", NC_("source", "Register of incentive payments") },
    { "funds", NC_("source", "Register of community funds") },
    { "inspections", NC_("source", "Register of inspections") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i].table, table->name) == 0)
      return g_dpgettext2 (NULL, "source", names[i].name);
  return table->name;
}

/* Takes the id and the title. */
static AtlasSource *
make_source (char                       *id,
             const AtlasTableDefinition *table,
             char                       *what,
             const char                 *imported_on,
             const char                 *as_of)
{
  AtlasSource *source = atlas_source_new ();

  g_free (source->source_id);
  source->source_id = id;
  g_free (source->title);
  /* Translators: a register and what it was imported from: "Register of personnel: 红寺堡区.xlsx" */
  source->title = g_strdup_printf (C_("title of a source", "%1$s: %2$s"), get_name (table), what);
  g_free (what);
  atlas_text_set (&source->published_on, imported_on);
  atlas_text_set (&source->as_of, as_of);
  return source;
}

/* An input after the first of an import. */
static void
append_file (AtlasSource *source,
             const char  *file)
{
  char *title = g_strconcat (source->title, C_("between names", ", "), file, NULL);

  g_free (source->title);
  source->title = title;
}

static char *
dup_file (sqlite3_stmt *stmt,
          int           file,
          int           sheet)
{
  g_autofree char *name = g_path_get_basename (atlas_sqlite_text (stmt, file));
  const char *of_workbook = atlas_sqlite_text (stmt, sheet);

  /* Translators: a file and the sheet in it */
  return of_workbook[0] != '\0' ? g_strdup_printf (C_("sheet of a file", "%1$s (%2$s)"), name, of_workbook)
                                : g_steal_pointer (&name);
}

enum { TABLE, IMPORT_ID, IMPORTED_ON, AS_OF, FILE_NAME, SHEET };

static void
add_input (AtlasImportSources         *self,
           const AtlasTableDefinition *table,
           sqlite3_stmt               *stmt)
{
  Imports *imports = get_imports (self, table);
  gint64 id = sqlite3_column_int64 (stmt, IMPORT_ID);
  g_autofree char *file = dup_file (stmt, FILE_NAME, SHEET);

  if (imports->ids->len > 0 && g_array_index (imports->ids, gint64, imports->ids->len - 1) == id)
    {
      append_file (g_ptr_array_index (imports->sources, imports->sources->len - 1), file);
      return;
    }
  g_array_append_val (imports->ids, id);
  g_ptr_array_add (imports->sources,
                   make_source (g_strdup_printf ("import-%" G_GINT64_FORMAT ":%s", id, table->name), table, g_steal_pointer (&file),
                                atlas_sqlite_text (stmt, IMPORTED_ON), atlas_sqlite_text (stmt, AS_OF)));
}

static gboolean
read_inputs (AtlasImportSources  *self,
             sqlite3_stmt        *stmt,
             GError             **error)
{
  gboolean row = TRUE;

  while (row)
    {
      const AtlasTableDefinition *table;

      if (!atlas_sqlite_step (stmt, &row, error))
        return FALSE;
      table = row ? atlas_table_definition_find (atlas_sqlite_text (stmt, TABLE)) : NULL;
      if (table != NULL && atlas_table_definition_is_register (table))
        add_input (self, table, stmt);
    }
  return TRUE;
}

/* One for them all, as of the last. */
static AtlasSource *
make_all (const AtlasTableDefinition *table,
          GPtrArray                  *sources)
{
  const AtlasSource *last = g_ptr_array_index (sources, sources->len - 1);

  return make_source (g_strdup_printf ("imports-%s", table->name), table,
                      g_strdup_printf (ngettext ("%u import", "%u imports", sources->len), sources->len),
                      last->published_on, last->as_of);
}

AtlasImportSources *
atlas_import_sources_load (AtlasDataset  *dataset,
                           GError       **error)
{
  g_autoptr (AtlasImportSources) self = g_new0 (AtlasImportSources, 1);
  g_autoptr (sqlite3_stmt) stmt =
    atlas_sqlite_prepare (atlas_dataset_get_db (dataset),
                          "SELECT input.\"table\", import_id, substr (imported_at, 1, 10), input.as_of, file, sheet "
                          "FROM import_inputs input JOIN imports USING (import_id) ORDER BY import_id, position", error);

  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    {
      self->tables[i].sources = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_source_unref);
      self->tables[i].ids = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  if (stmt == NULL || !read_inputs (self, stmt, error))
    return NULL;
  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    if (self->tables[i].sources->len > ATLAS_IMPORT_SOURCES_MANY)
      self->tables[i].all =
        make_all (&atlas_table_definitions[ATLAS_N_BUNDLED_TABLES + i], self->tables[i].sources);
  return g_steal_pointer (&self);
}

void
atlas_import_sources_free (AtlasImportSources *self)
{
  for (guint i = 0; i < ATLAS_N_REGISTERS; i++)
    {
      g_ptr_array_unref (self->tables[i].sources);
      g_array_unref (self->tables[i].ids);
      g_clear_pointer (&self->tables[i].all, atlas_source_unref);
    }
  g_free (self);
}

GPtrArray *
atlas_import_sources_list (AtlasImportSources         *self,
                           const AtlasTableDefinition *table)
{
  return get_imports (self, table)->sources;
}

static gboolean
contains (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

static void
add_sources (GPtrArray *to,
             Imports   *imports,
             GArray    *ids)
{
  for (guint i = 0; i < imports->sources->len; i++)
    if (ids == NULL || contains (ids, g_array_index (imports->ids, gint64, i)))
      g_ptr_array_add (to, atlas_source_ref (g_ptr_array_index (imports->sources, i)));
}

GPtrArray *
atlas_import_sources_choose (AtlasImportSources         *self,
                             const AtlasTableDefinition *table,
                             GArray                     *ids)
{
  Imports *imports = get_imports (self, table);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_source_unref);

  if (ids != NULL)
    add_sources (chosen, imports, ids);
  if (chosen->len == 0)
    add_sources (chosen, imports, NULL);
  if (chosen->len > ATLAS_IMPORT_SOURCES_MANY)
    {
      g_ptr_array_set_size (chosen, 0);
      g_ptr_array_add (chosen, atlas_source_ref (imports->all));
    }
  return g_steal_pointer (&chosen);
}
