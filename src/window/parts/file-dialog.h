/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* PATH is what was chosen; not called when the user cancels. */
typedef void (*AtlasFileChosen) (const char *path, gpointer user_data);
/* The same for several, at least one. */
typedef void (*AtlasFilesChosen) (const char *const *paths, gpointer user_data);

/**
 * AtlasFileKind:
 * @name: as shown, translated
 * @ending: such as ".pdf"; to open, several with blanks between
 */
typedef struct {
  const char *name;
  const char *ending;
} AtlasFileKind;

/* All ask without blocking. KINDS ends with a NULL name; the first is proposed. A chosen name without one of the endings
 * gets the first. OWNER: nothing is called any more once it is gone. */
void atlas_file_dialog_open (GtkWindow *parent, const char *title, const AtlasFileKind *kinds, AtlasFileChosen chosen,
                             GObject *owner);
void atlas_file_dialog_open_many (GtkWindow *parent, const char *title, const AtlasFileKind *kinds,
                                  AtlasFilesChosen chosen, GObject *owner);
/* An existing folder, or one that is made in the dialog. */
void atlas_file_dialog_choose_folder (GtkWindow *parent, const char *title, AtlasFileChosen chosen, GObject *owner);
void atlas_file_dialog_save (GtkWindow *parent, const char *title, const char *name, const AtlasFileKind *kinds,
                             AtlasFileChosen chosen, GObject *owner);

G_END_DECLS
