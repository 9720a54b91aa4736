/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Shegong Atlas authors */

#pragma once

#include "charts/chart-style.h"

G_BEGIN_DECLS

/**
 * AtlasClassScale:
 * @n_classes: 0 without values, 1 where all are equal, else up to ATLAS_N_CLASSES
 * @edges: @n_classes − 1 of them, ascending: a value on an edge is of the class above it
 *
 * Values put into classes, whose colours then stand for them (C16).
 */
typedef struct {
  guint n_classes;
  double edges[ATLAS_N_CLASSES - 1];
} AtlasClassScale;

/* Classes of about equally many of the finite VALUES, in base units, with edges at the roundest numbers (multiples of 1, 2 or
 * 5 times a power of ten) that lie between two of them near by. No class is empty, and equal values are never parted. */
AtlasClassScale atlas_class_scale_choose (const double *values, guint n_values);
/* The class of a finite VALUE, from 0, also of one that was not among the values. */
guint           atlas_class_scale_find   (const AtlasClassScale *self, double value);

G_END_DECLS
