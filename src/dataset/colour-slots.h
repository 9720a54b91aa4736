/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "dataset/sqlite-tools.h"

G_BEGIN_DECLS

/* The colour slot (0 to 7) that each region has in a dataset file, in the order in which they were first wanted. Reference
 * counted, safe in any thread: all connections of a window to one file share it, so that none gives another colour. */
typedef struct _AtlasColourSlots AtlasColourSlots;

/* Reads those that the file of DB has; what cannot be read is given anew, since a colour is no reason to trouble the user.
 * PATH: of the file, in which new ones are kept; NULL: they are not. */
AtlasColourSlots *atlas_colour_slots_new   (sqlite3 *db, const char *path) G_GNUC_WARN_UNUSED_RESULT;
AtlasColourSlots *atlas_colour_slots_ref   (AtlasColourSlots *self);
void              atlas_colour_slots_unref (AtlasColourSlots *self);

/* From now on new ones are kept by a worker and a connection of its own: nobody waits for the disk, or for another program
 * that has the file locked. */
void              atlas_colour_slots_use_worker (AtlasColourSlots *self);
/* The slot of REGION_CODE. One without is given the next in turn, as atlas_colour_slots_give() does. */
guint             atlas_colour_slots_get   (AtlasColourSlots *self, sqlite3 *db, const char *region_code);
/* Gives those of the NULL-terminated REGION_CODES that have no slot theirs, all in one write, through DB. */
void              atlas_colour_slots_give  (AtlasColourSlots *self, sqlite3 *db, const char *const *region_codes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlasColourSlots, atlas_colour_slots_unref)

G_END_DECLS
