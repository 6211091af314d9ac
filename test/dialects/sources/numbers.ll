source_filename = "numbers.c"
target datalayout = "e-m:e-i64:64-f80:128-n8:16:32:64-S128"
target triple = "x86_64-unknown-linux-gnu"

%struct.pair = type { double, double }
%struct.list = type { double, %struct.list* }

@scale = internal global [3 x double] [double 5.000000e-01, double -1.250000e+00, double 2.000000e+00], align 16
@operations = internal constant [2 x double (double, double)*] [double (double, double)* @product, double (double, double)* @difference]
@enzyme_const = external global i32
@enzyme_dup = external global i32

define internal double @product(double %a, double %b) #1 {
  %r = fmul double %a, %b
  ret double %r
}

define internal double @difference(double %a, double %b) #1 {
  %n = fsub double -0.000000e+00, %b
  %r = fadd double %a, %n
  ret double %r
}

; A struct by value in memory, as targets with few registers have it.
define internal double @norm(%struct.pair* byval align 8 %p) #0 {
  %first = getelementptr inbounds %struct.pair, %struct.pair* %p, i64 0, i32 0
  %second = getelementptr inbounds %struct.pair, %struct.pair* %p, i64 0, i32 1
  %a = load double, double* %first, align 8, !tbaa !0
  %b = load double, double* %second, align 8, !tbaa !0
  %aa = fmul double %a, %a
  %s = call double @llvm.fma.f64(double %b, double %b, double %aa)
  %r = call double @llvm.sqrt.f64(double %s)
  store double 0.000000e+00, double* %first, align 8
  ret double %r
}

define internal void @polar(%struct.pair* noalias sret %out, double %radius, double %angle) #0 {
  %c = call double @llvm.cos.f64(double %angle)
  %s = call double @llvm.sin.f64(double %angle)
  %x = fmul fast double %c, %radius
  %y = fmul fast double %s, %radius
  %first = getelementptr inbounds %struct.pair, %struct.pair* %out, i64 0, i32 0
  store double %x, double* %first, align 8
  %second = getelementptr inbounds %struct.pair, %struct.pair* %out, i64 0, i32 1
  store double %y, double* %second, align 8
  ret void
}

; Reductions of a vector, with and without the start value, and a copy through bytes.
define internal double @vectors(double* nocapture readonly %x, double %start) #0 {
  %copy = alloca <4 x double>, align 32
  %to = bitcast <4 x double>* %copy to i8*
  %from = bitcast double* %x to i8*
  call void @llvm.lifetime.start.p0i8(i64 32, i8* nonnull %to)
  call void @llvm.memcpy.p0i8.p0i8.i64(i8* align 32 %to, i8* align 8 %from, i64 32, i1 false)
  %v = load <4 x double>, <4 x double>* %copy, align 32
  %w = fmul <4 x double> %v, <double 1.0, double 2.0, double 3.0, double 4.0>
  %all = call fast double @llvm.experimental.vector.reduce.fadd.f64.v4f64(double undef, <4 x double> %w)
  %more = call double @llvm.experimental.vector.reduce.fmul.f64.v4f64(double %start, <4 x double> %v)
  %most = call fast double @llvm.experimental.vector.reduce.fmax.f64.v4f64(<4 x double> %w)
  %mask = fcmp ogt <4 x double> %v, zeroinitializer
  %positive = select <4 x i1> %mask, <4 x double> %v, <4 x double> zeroinitializer
  %lane = extractelement <4 x double> %positive, i32 2
  %negated = fsub <4 x double> <double -0.0, double -0.0, double -0.0, double -0.0>, %v
  %swapped = shufflevector <4 x double> %negated, <4 x double> undef, <2 x i32> <i32 3, i32 1>
  %last = extractelement <2 x double> %swapped, i32 0
  call void @llvm.lifetime.end.p0i8(i64 32, i8* nonnull %to)
  %s1 = fadd double %all, %more
  %s2 = fadd double %s1, %most
  %lanes = fmul double %lane, %last
  %s3 = fadd double %s2, %lanes
  ret double %s3
}

; A list on the heap, built and summed.
define internal double @lists(double %x, i32 %n) #0 {
entry:
  br label %build

build:                                            ; preds = %build, %entry
  %i = phi i32 [ 0, %entry ], [ %next, %build ]
  %head = phi %struct.list* [ null, %entry ], [ %node, %build ]
  %value = phi double [ %x, %entry ], [ %grown, %build ]
  %raw = call noalias i8* @malloc(i64 16)
  %node = bitcast i8* %raw to %struct.list*
  %v = getelementptr inbounds %struct.list, %struct.list* %node, i64 0, i32 0
  store double %value, double* %v, align 8
  %tail = getelementptr inbounds %struct.list, %struct.list* %node, i64 0, i32 1
  store %struct.list* %head, %struct.list** %tail, align 8
  %grown = fmul double %value, %x
  %next = add nuw nsw i32 %i, 1
  %more = icmp slt i32 %next, %n
  br i1 %more, label %build, label %sum

sum:                                              ; preds = %sum, %build
  %at = phi %struct.list* [ %node, %build ], [ %after, %sum ]
  %total = phi double [ 0.000000e+00, %build ], [ %added, %sum ]
  %here = getelementptr inbounds %struct.list, %struct.list* %at, i64 0, i32 0
  %h = load double, double* %here, align 8
  %added = fadd double %total, %h
  %link = getelementptr inbounds %struct.list, %struct.list* %at, i64 0, i32 1
  %after = load %struct.list*, %struct.list** %link, align 8
  %bytes = bitcast %struct.list* %at to i8*
  call void @free(i8* %bytes)
  %end = icmp eq %struct.list* %after, null
  br i1 %end, label %done, label %sum

done:                                             ; preds = %sum
  ret double %added
}

define double @subject(double* nocapture readonly %x, i32 %n) #0 {
entry:
  %pair = alloca %struct.pair, align 8
  %x0 = load double, double* %x, align 8, !tbaa !0
  %p1 = getelementptr inbounds double, double* %x, i64 1
  %x1 = load double, double* %p1, align 8, !tbaa !0
  %p2 = getelementptr inbounds double, double* %x, i64 2
  %x2 = load double, double* %p2, align 8, !tbaa !0
  call void @polar(%struct.pair* sret %pair, double %x0, double %x1)
  %norm = call double @norm(%struct.pair* byval align 8 %pair)
  %vectors = call double @vectors(double* nonnull %x, double %x2)
  %lists = call double @lists(double %x2, i32 %n)
  %which = srem i32 %n, 2
  %slot = getelementptr inbounds [2 x double (double, double)*], [2 x double (double, double)*]* @operations, i32 0, i32 %which
  %operation = load double (double, double)*, double (double, double)** %slot, align 8
  %chosen = call double %operation(double %vectors, double %lists)
  %factor = load double, double* getelementptr inbounds ([3 x double], [3 x double]* @scale, i64 0, i64 1), align 8
  %scaled = fmul double %chosen, %factor
  %first = getelementptr inbounds %struct.pair, %struct.pair* %pair, i64 0, i32 0
  %horizontal = load double, double* %first, align 8
  %negative = fcmp olt double %scaled, 0.000000e+00
  br i1 %negative, label %flip, label %join

flip:                                             ; preds = %entry
  %flipped = fsub double -0.000000e+00, %scaled
  br label %join

join:                                             ; preds = %flip, %entry
  %magnitude = phi double [ %flipped, %flip ], [ %scaled, %entry ]
  %powered = call double @llvm.powi.f64(double %horizontal, i32 3)
  %s1 = fadd double %magnitude, %powered
  %s2 = fadd double %s1, %norm
  ret double %s2
}

define double @primal(double* %z, double* %after) {
  %r = call double @subject(double* %z, i32 3)
  ret double %r
}

define double @forward(double* %z, double* %dz, double* %after, double* %dafter) {
  %dup = load i32, i32* @enzyme_dup, align 4
  %const = load i32, i32* @enzyme_const, align 4
  %r = call double (i8*, ...) @__enzyme_fwddiff(i8* bitcast (double (double*, i32)* @subject to i8*), i32 %dup, double* %z, double* %dz, i32 %const, i32 3)
  ret double %r
}

define void @reverse(double* %z, double* %after, double* %adjoint) {
  call void bitcast (double (i8*, ...)* @__enzyme_autodiff to void (i8*, double*, double*, i32)*)(i8* bitcast (double (double*, i32)* @subject to i8*), double* %z, double* %adjoint, i32 3)
  ret void
}

declare double @__enzyme_fwddiff(i8*, ...)
declare double @__enzyme_autodiff(i8*, ...)
declare noalias i8* @malloc(i64) #2
declare void @free(i8* nocapture) #2
declare double @llvm.fma.f64(double, double, double)
declare double @llvm.sqrt.f64(double)
declare double @llvm.cos.f64(double)
declare double @llvm.sin.f64(double)
declare double @llvm.powi.f64(double, i32)
declare void @llvm.lifetime.start.p0i8(i64, i8* nocapture)
declare void @llvm.lifetime.end.p0i8(i64, i8* nocapture)
declare void @llvm.memcpy.p0i8.p0i8.i64(i8* nocapture writeonly, i8* nocapture readonly, i64, i1)
declare double @llvm.experimental.vector.reduce.fadd.f64.v4f64(double, <4 x double>)
declare double @llvm.experimental.vector.reduce.fmul.f64.v4f64(double, <4 x double>)
declare double @llvm.experimental.vector.reduce.fmax.f64.v4f64(<4 x double>)

attributes #0 = { noinline nounwind uwtable "no-frame-pointer-elim"="true" "target-features"="+sse2" }
attributes #1 = { nounwind readnone }
attributes #2 = { nounwind }

!0 = !{!1, !1, i64 0}
!1 = !{!"double", !2, i64 0}
!2 = !{!"omnipotent char", !3, i64 0}
!3 = !{!"Simple C/C++ TBAA"}
