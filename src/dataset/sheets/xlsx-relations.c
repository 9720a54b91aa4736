/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "dataset/sheets/xlsx-relations.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/sheets/sheet-limits.h"

/* A sheet each, and some parts that are only there once. */
#define MAX_RELATIONS (ATLAS_SHEET_MAX_SHEETS + 1024)

typedef struct {
  AtlasPackage *package;
  const char *part;
  GPtrArray *relations;
} Reader;

static void
relation_free (gpointer data)
{
  AtlasXlsxRelation *relation = data;

  g_free (relation->id);
  g_free (relation->kind);
  g_free (relation->part);
  g_free (relation);
}

/* TARGET is relative to the folder of PART, or begins with "/". */
static char *
resolve (const char *part,
         const char *target)
{
  g_autofree char *folder = g_path_get_dirname (part);
  g_autofree char *path = target[0] == '/' ? g_strdup (target) : g_strconcat (folder, "/", target, NULL);
  g_auto (GStrv) steps = g_strsplit_set (path, "/\\", -1);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  for (guint i = 0; steps[i] != NULL; i++)
    if (strcmp (steps[i], "..") == 0 && taken->len > 0)
      g_ptr_array_remove_index (taken, taken->len - 1);
    else if (steps[i][0] != '\0' && strcmp (steps[i], ".") != 0 && strcmp (steps[i], "..") != 0)
      g_ptr_array_add (taken, steps[i]);
  g_ptr_array_add (taken, NULL);
  return g_strjoinv ("/", (char **) taken->pdata);
}

/* A target is an address, in which blanks and Chinese may be escaped, as they may be in the name of the part,
 * or not. */
static char *
find_target (AtlasPackage *package,
             const char   *part,
             const char   *target)
{
  char *name = resolve (part, target);
  g_autofree char *plain = NULL;

  if (atlas_package_has_part (package, name))
    return name;
  plain = g_uri_unescape_string (name, NULL);
  if (plain != NULL && atlas_package_has_part (package, plain))
    {
      g_free (name);
      return g_steal_pointer (&plain);
    }
  return name;
}

static gboolean
on_start (const char  *name,
          const char **attributes,
          gpointer     user_data,
          GError     **error)
{
  Reader *reader = user_data;
  const char *id = atlas_xml_attribute (attributes, "Id");
  const char *type = atlas_xml_attribute (attributes, "Type");
  const char *target = atlas_xml_attribute (attributes, "Target");
  const char *mode = atlas_xml_attribute (attributes, "TargetMode");
  AtlasXlsxRelation *relation;

  if (strcmp (atlas_xml_local_name (name), "Relationship") != 0 || id == NULL || type == NULL ||
      target == NULL || g_strcmp0 (mode, "External") == 0)
    return TRUE;
  if (reader->relations->len >= MAX_RELATIONS)
    return atlas_sheet_set_too_large (atlas_package_get_name (reader->package), _("it has too many parts"),
                                      error);
  relation = g_new (AtlasXlsxRelation, 1);
  relation->id = g_strdup (id);
  relation->kind = g_path_get_basename (type);
  relation->part = find_target (reader->package, reader->part, target);
  g_ptr_array_add (reader->relations, relation);
  return TRUE;
}

GPtrArray *
atlas_xlsx_relations_read (AtlasPackage  *package,
                           const char    *part,
                           GCancellable  *cancellable,
                           GError       **error)
{
  static const AtlasXmlHandlers handlers = { on_start, NULL, NULL };
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func (relation_free);
  g_autofree char *base = g_path_get_basename (part);
  g_autofree char *target = g_strdup_printf ("_rels/%s.rels", part[0] != '\0' ? base : "");
  g_autofree char *relations_part = resolve (part, target);
  Reader reader = { package, part, relations };

  if (atlas_package_has_part (package, relations_part) &&
      !atlas_package_parse (package, relations_part, &handlers, &reader, cancellable, error))
    return NULL;
  return g_steal_pointer (&relations);
}

const AtlasXlsxRelation *
atlas_xlsx_relations_find_id (GPtrArray  *relations,
                              const char *id)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const AtlasXlsxRelation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->id, id) == 0)
        return relation;
    }
  return NULL;
}

const char *
atlas_xlsx_relations_find_part (GPtrArray  *relations,
                                const char *kind)
{
  for (guint i = 0; i < relations->len; i++)
    {
      const AtlasXlsxRelation *relation = g_ptr_array_index (relations, i);

      if (strcmp (relation->kind, kind) == 0)
        return relation->part;
    }
  return NULL;
}
