import { describe, expect, it } from 'vitest';
import { stripDebugInfo } from './strip-debug-info.js';

describe('stripping debug info', () => {
  it('removes records, attachments, units, and what only they used; keeps everything else', () => {
    expect(stripDebugInfo(`\
@s = constant [11 x i8] c", !dbg !1\\00", align 1
@g = global i32 0, align 4, !dbg !7
define void @f(ptr %p) #0 !dbg !3 {
    #dbg_value(ptr %p, !4, !DIExpression(), !5)
  call void @llvm.dbg.value(metadata ptr %p, metadata !4, metadata !DIExpression()), !dbg !5
  %a = load float, ptr %p, align 4, !dbg !5, !tbaa !6
  store float %a, ptr %p, align 4, !dbg !5
  br label %1, !dbg !5, !llvm.loop !9
}
declare !dbg !3 void @g()
declare void @llvm.dbg.value(metadata, metadata, metadata)
!llvm.dbg.cu = !{!1}
!llvm.module.flags = !{!0, !2}
!llvm.ident = !{!8}
!0 = !{i32 2, !"Debug Info Version", i32 3}
!1 = distinct !DICompileUnit(language: DW_LANG_C11, file: !4)
!2 = !{i32 1, !"wchar_size", i32 4}
!3 = distinct !DISubprogram(name: "f", unit: !1)
!4 = !DIFile(filename: "a.c", directory: "/")
!5 = !DILocation(line: 1, scope: !3)
!6 = !{!8, !8, i64 0}
!7 = !DIGlobalVariableExpression(var: !4, expr: !DIExpression())
!8 = !{!"clang"}
!9 = distinct !{!9, !5, !5, !10}
!10 = !{!"llvm.loop.mustprogress"}
`)).toBe(`\
@s = constant [11 x i8] c", !dbg !1\\00", align 1
@g = global i32 0, align 4
define void @f(ptr %p) #0 {
  %a = load float, ptr %p, align 4, !tbaa !6
  store float %a, ptr %p, align 4
  br label %1, !llvm.loop !9
}
declare void @g()
!llvm.module.flags = !{!2}
!llvm.ident = !{!8}
!2 = !{i32 1, !"wchar_size", i32 4}
!6 = !{!8, !8, i64 0}
!8 = !{!"clang"}
!9 = distinct !{!9, !10}
!10 = !{!"llvm.loop.mustprogress"}
`);
  });

  it('leaves text without debug info as it is', () => {
    const text = 'define i32 @f() {\n  ret i32 0, !annotation !0\n}\n!0 = !{!"auto-init"}\n';
    expect(stripDebugInfo(text)).toBe(text);
  });
});
