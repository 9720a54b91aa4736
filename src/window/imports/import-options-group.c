/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "window/imports/import-options-group.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dataset/dataset-error.h"

struct _AtlasImportOptionsGroup
{
  AdwPreferencesGroup parent_instance;

  AtlasRegionTree *regions;

  GtkEditable *as_of;
  GtkEditable *covers;
  AdwComboRow *encoding;
  GtkSwitch *partial;
  GtkSwitch *moves;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* In the order of the list, behind "automatic"; the names are the same in all languages. */
static const char *const encodings[] = { "UTF-8", "GB18030", "UTF-16" };

G_DEFINE_FINAL_TYPE (AtlasImportOptionsGroup, atlas_import_options_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_called (const AtlasRegion *region,
           const char        *name)
{
  g_autofree char *short_name = atlas_region_dup_short_name (region);

  return strcmp (region->name, name) == 0 || g_ascii_strcasecmp (region->name_en, name) == 0 ||
         strcmp (short_name, name) == 0;
}

/* (nullable): the only division, down to the county, that is called so or has that code. */
static const AtlasRegion *
find_region (AtlasRegionTree *regions,
             const char      *name)
{
  const AtlasRegion *found = atlas_region_tree_lookup (regions, name);

  if (found != NULL)
    return found->level <= ATLAS_REGION_LEVEL_COUNTY ? found : NULL;
  for (guint i = 0; i < atlas_region_tree_get_size (regions); i++)
    {
      const AtlasRegion *region = atlas_region_tree_get_nth (regions, i);

      if (region->level > ATLAS_REGION_LEVEL_COUNTY || !is_called (region, name))
        continue;
      if (found != NULL)
        return NULL;
      found = region;
    }
  return found;
}

/* (transfer full): the codes of the divisions that are named in TEXT, with commas between. */
static char **
read_regions (AtlasRegionTree  *regions,
              const char       *text,
              GError          **error)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) names = g_regex_split_simple ("[,，、;；]", text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = g_strstrip (names[i]);
      const AtlasRegion *region = name[0] != '\0' ? find_region (regions, name) : NULL;

      if (region != NULL)
        g_strv_builder_add (codes, region->code);
      else if (name[0] != '\0')
        {
          g_set_error (error, ATLAS_DATASET_ERROR, ATLAS_DATASET_ERROR_BAD_INPUT,
                       _("“%s” is no province, prefecture or county, or is the name of several: write its code"), name);
          return NULL;
        }
    }
  return g_strv_builder_end (codes);
}

static void
changed (AtlasImportOptionsGroup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Where the files are only a part, nothing is covered by them. */
static void
partial_changed (AtlasImportOptionsGroup *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->covers), !gtk_switch_get_active (self->partial));
  changed (self);
}

static void
atlas_import_options_group_dispose (GObject *object)
{
  AtlasImportOptionsGroup *self = ATLAS_IMPORT_OPTIONS_GROUP (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), ATLAS_TYPE_IMPORT_OPTIONS_GROUP);
  g_clear_pointer (&self->regions, atlas_region_tree_unref);

  G_OBJECT_CLASS (atlas_import_options_group_parent_class)->dispose (object);
}

static void
atlas_import_options_group_class_init (AtlasImportOptionsGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_import_options_group_dispose;

  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_IMPORT_OPTIONS_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/shegong/Atlas/import-options-group.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasImportOptionsGroup, as_of);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportOptionsGroup, covers);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportOptionsGroup, encoding);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportOptionsGroup, partial);
  gtk_widget_class_bind_template_child (widget_class, AtlasImportOptionsGroup, moves);
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, partial_changed);
}

static void
atlas_import_options_group_init (AtlasImportOptionsGroup *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (names, C_("encoding", "Automatic"));
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    gtk_string_list_append (names, encodings[i]);
  adw_combo_row_set_model (self->encoding, G_LIST_MODEL (names));
}

GtkWidget *
atlas_import_options_group_new (AtlasRegionTree *regions)
{
  AtlasImportOptionsGroup *self = g_object_new (ATLAS_TYPE_IMPORT_OPTIONS_GROUP, NULL);

  self->regions = atlas_region_tree_ref (regions);
  return GTK_WIDGET (self);
}

/* (nullable): NULL for automatic. */
static const char *
get_encoding (AtlasImportOptionsGroup *self)
{
  guint selected = adw_combo_row_get_selected (self->encoding);

  return selected > 0 && selected <= G_N_ELEMENTS (encodings) ? encodings[selected - 1] : NULL;
}

static void
choose_encoding (AtlasImportOptionsGroup *self,
                 const char              *name)
{
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    if (strcmp (encodings[i], name) == 0)
      selected = i + 1;
  adw_combo_row_set_selected (self->encoding, selected);
}

gboolean
atlas_import_options_group_apply (AtlasImportOptionsGroup  *self,
                                  AtlasImportRequest       *request,
                                  GError                  **error)
{
  const char *as_of = gtk_editable_get_text (self->as_of);
  char **covers;

  g_return_val_if_fail (ATLAS_IS_IMPORT_OPTIONS_GROUP (self), FALSE);

  covers = read_regions (self->regions, gtk_editable_get_text (self->covers), error);
  if (covers == NULL)
    return FALSE;
  g_strfreev (request->covers);
  request->partial = gtk_switch_get_active (self->partial);
  if (request->partial)
    g_clear_pointer (&covers, g_strfreev);
  request->covers = covers;
  request->allow_moves = gtk_switch_get_active (self->moves);
  g_free (request->as_of);
  request->as_of = as_of[0] != '\0' ? g_strdup (as_of) : NULL;
  g_free (request->encoding);
  request->encoding = g_strdup (get_encoding (self));
  return TRUE;
}

void
atlas_import_options_group_fill (AtlasImportOptionsGroup *self,
                                 const char              *field,
                                 const char              *text)
{
  g_return_if_fail (ATLAS_IS_IMPORT_OPTIONS_GROUP (self));

  if (strcmp (field, "partial") == 0)
    gtk_switch_set_active (self->partial, text[0] != '\0');
  else if (strcmp (field, "moves") == 0)
    gtk_switch_set_active (self->moves, text[0] != '\0');
  else if (strcmp (field, "encoding") == 0)
    choose_encoding (self, text);
  else
    {
      gtk_editable_set_text (strcmp (field, "as-of") == 0 ? self->as_of : self->covers, text);
      changed (self);
    }
}
