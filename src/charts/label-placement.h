/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AtlasLabelSlot:
 * @wanted: where its middle would stand best
 * @size: its extent along the axis, with the space to the next
 * @priority: the higher, the longer it stays
 * @placed: the middle found
 * @dropped: whether there was no room for it
 *
 * A label that may move along one axis.
 */
typedef struct {
  double wanted;
  double size;
  double priority;
  double placed;
  gboolean dropped;
} AtlasLabelSlot;

/* Moves labels along one axis so that none overlap and all lie within LOW and HIGH, each as near to where it wants to
 * be as the others allow (least squares), in the order of their wanted places. Where the room does not suffice for
 * all, the ones of least priority are dropped (C5). Returns how many were. */
guint atlas_labels_spread (AtlasLabelSlot *labels, guint n_labels, double low, double high);

/* Labels that must not move: drops those that overlap a label of higher priority, or leave LOW and HIGH. Returns how
 * many were. */
guint atlas_labels_thin   (AtlasLabelSlot *labels, guint n_labels, double low, double high);

G_END_DECLS
