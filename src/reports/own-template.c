/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#include "config.h"

#include "reports/own-template.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "reports/report-file.h"

#define GROUP "Report Template"
#define ENDING ".template"

AtlasOwnTemplate *
atlas_own_template_new (const char        *base,
                        const char        *title,
                        const char *const *sections,
                        const char        *style)
{
  AtlasOwnTemplate *self = g_new0 (AtlasOwnTemplate, 1);

  self->base = g_strdup (base);
  self->title = g_strdup (title);
  self->sections = g_strdupv ((char **) sections);
  self->style = g_strdup (style);
  return self;
}

void
atlas_own_template_free (AtlasOwnTemplate *self)
{
  g_free (self->base);
  g_free (self->title);
  g_strfreev (self->sections);
  g_free (self->style);
  g_free (self->author);
  g_free (self->signs);
  g_free (self);
}

static gboolean
check_signs (const AtlasOwnTemplate  *self,
             GError                 **error)
{
  g_autofree char *all = NULL;

  if (self->signs == NULL || g_strv_contains (atlas_sign_set_list_ids (), self->signs))
    return TRUE;
  all = g_strjoinv (", ", (char **) atlas_sign_set_list_ids ());
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE, _("There are no signs “%1$s”; there are: %2$s"),
               self->signs, all);
  return FALSE;
}

/* Whether all that it names is there. */
static gboolean
check (const AtlasOwnTemplate  *self,
       GError                 **error)
{
  g_autofree char *styles = NULL;

  if (!atlas_report_template_check (self->base, (const char *const *) self->sections, error))
    return FALSE;
  if (!check_signs (self, error))
    return FALSE;
  if (self->style == NULL || atlas_report_style_find (self->style) != NULL)
    return TRUE;
  styles = g_strjoinv (", ", (char **) atlas_report_style_list_names ());
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE,
               _("There is no style “%1$s”; there are: %2$s"), self->style, styles);
  return FALSE;
}

/* FALSE where KEY is there and cannot be read. */
static gboolean
read_string (GKeyFile    *file,
             const char  *key,
             char       **out,
             GError     **error)
{
  if (!g_key_file_has_key (file, GROUP, key, NULL))
    return TRUE;
  *out = g_key_file_get_string (file, GROUP, key, error);
  return *out != NULL;
}

static gboolean
read_keys (AtlasOwnTemplate  *self,
           GKeyFile          *file,
           GError           **error)
{
  self->base = g_key_file_get_string (file, GROUP, "Base", error);
  if (self->base == NULL || !read_string (file, "Title", &self->title, error) ||
      !read_string (file, "Style", &self->style, error) || !read_string (file, "Author", &self->author, error) ||
      !read_string (file, "Signs", &self->signs, error))
    return FALSE;
  if (!g_key_file_has_key (file, GROUP, "Sections", NULL))
    return TRUE;
  self->sections = g_key_file_get_string_list (file, GROUP, "Sections", NULL, error);
  return self->sections != NULL;
}

AtlasOwnTemplate *
atlas_own_template_load (const char  *path,
                         GError     **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (AtlasOwnTemplate) self = g_new0 (AtlasOwnTemplate, 1);
  g_autoptr (GError) local_error = NULL;

  if (g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &local_error) && read_keys (self, file, &local_error) &&
      check (self, &local_error))
    return g_steal_pointer (&self);
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE, _("The template %1$s cannot be used: %2$s"), path,
               local_error->message);
  return NULL;
}

static void
write_keys (const AtlasOwnTemplate *self,
            GKeyFile               *file)
{
  g_key_file_set_string (file, GROUP, "Base", self->base);
  if (self->title != NULL)
    g_key_file_set_string (file, GROUP, "Title", self->title);
  if (self->sections != NULL)
    g_key_file_set_string_list (file, GROUP, "Sections", (const char *const *) self->sections,
                                g_strv_length (self->sections));
  if (self->style != NULL)
    g_key_file_set_string (file, GROUP, "Style", self->style);
  if (self->author != NULL)
    g_key_file_set_string (file, GROUP, "Author", self->author);
  if (self->signs != NULL)
    g_key_file_set_string (file, GROUP, "Signs", self->signs);
}

gboolean
atlas_own_template_save (const AtlasOwnTemplate  *self,
                         const char              *path,
                         GError                 **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) local_error = NULL;

  write_keys (self, file);
  /* Where the folder cannot be made, neither can the file, and that error names it. */
  g_mkdir_with_parents (folder, 0700);
  if (check (self, &local_error) && g_key_file_save_to_file (file, path, &local_error))
    return TRUE;
  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE, _("The template %1$s is not saved: %2$s"), path,
               local_error->message);
  return FALSE;
}

static char *
dup_folder (void)
{
  return g_build_filename (g_get_user_data_dir (), "shegong-atlas", "templates", NULL);
}

static gboolean
check_name (const char  *name,
            GError     **error)
{
  gboolean is_name = name[0] != '\0' && name[0] != '.' && strchr (name, G_DIR_SEPARATOR) == NULL;

  if (!is_name)
    g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE,
                 _("“%s” is no name for a template: it must not be empty, start with a point or have a slash in it"), name);
  else if (atlas_report_template_get_title (name) != NULL)
    g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE,
                 _("“%s” is the name of a built-in template: choose another"), name);
  else
    return TRUE;
  return FALSE;
}

char *
atlas_own_template_dup_path (const char  *name,
                             GError     **error)
{
  g_autofree char *folder = dup_folder ();
  g_autofree char *file = g_strconcat (name, ENDING, NULL);

  return check_name (name, error) ? g_build_filename (folder, file, NULL) : NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
atlas_own_template_list_names (void)
{
  g_autofree char *folder = dup_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ENDING) && g_utf8_validate (file, -1, NULL))
      {
        g_autofree char *name = g_strndup (file, strlen (file) - strlen (ENDING));

        if (check_name (name, NULL))
          g_ptr_array_add (names, g_steal_pointer (&name));
      }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/* Names all that there are, built in and own. */
static void
set_unknown (const char  *name,
             GError     **error)
{
  g_auto (GStrv) own = atlas_own_template_list_names ();
  g_autofree char *built_in = g_strjoinv (", ", (char **) atlas_report_template_list_names ());
  g_autofree char *owned = g_strjoinv (", ", own);

  g_set_error (error, ATLAS_REPORT_ERROR, ATLAS_REPORT_ERROR_TEMPLATE,
               _("There is no report template “%1$s”; there are: %2$s"), name, built_in);
  if (own[0] != NULL)
    g_prefix_error (error, _("Of your own templates there are: %s. "), owned);
}

AtlasOwnTemplate *
atlas_own_template_find (const char  *name_or_path,
                         GError     **error)
{
  g_autofree char *path = NULL;

  if (strchr (name_or_path, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (name_or_path, ENDING))
    return atlas_own_template_load (name_or_path, error);
  path = atlas_own_template_dup_path (name_or_path, NULL);
  if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
    return atlas_own_template_load (path, error);
  set_unknown (name_or_path, error);
  return NULL;
}

void
atlas_own_template_fill (const AtlasOwnTemplate *self,
                         AtlasReportRequest     *request)
{
  request->template_name = self->base;
  request->sections = (const char *const *) self->sections;
  request->title = self->title;
  if (request->style == NULL && self->style != NULL)
    request->style = atlas_report_style_find (self->style);
  if (request->author == NULL)
    request->author = self->author;
  request->signs = atlas_sign_set_from_id (self->signs);
}
