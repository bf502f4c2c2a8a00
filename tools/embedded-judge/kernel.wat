;; The one loop in which the sentence encoder spends its time, for WebAssembly with SIMD (Node has had it since version 16).
;;
;; y[r][c] = sum over i of x[r][i] * w[c][i]
;;
;; x: rows × depth 16-bit integers, a multiple of 4 rows; w: columns × depth 8-bit integers; y: rows × columns 32-bit integers.
;; depth is a multiple of 16. No sum may leave 32 bits: |x| ≤ 8191 and depth ≤ 1536 keep it below 1.6e9.
(module
  (memory (export "memory") 1)
  (func (export "multiply")
    (param $x i32) (param $w i32) (param $y i32) (param $rows i32) (param $depth i32) (param $columns i32)
    (local $row i32) (local $column i32) (local $stride i32) (local $end i32)
    (local $x0 i32) (local $x1 i32) (local $x2 i32) (local $x3 i32) (local $at i32) (local $out i32)
    (local $low v128) (local $high v128)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128)
    (local.set $stride (i32.shl (local.get $depth) (i32.const 1)))
    (local.set $row (i32.const 0))
    (block $done (loop $rows4
      (br_if $done (i32.ge_u (local.get $row) (local.get $rows)))
      (local.set $at (local.get $w))
      (local.set $column (i32.const 0))
      (block $columnsDone (loop $eachColumn
        (br_if $columnsDone (i32.ge_u (local.get $column) (local.get $columns)))
        (local.set $x0 (i32.add (local.get $x) (i32.mul (local.get $row) (local.get $stride))))
        (local.set $x1 (i32.add (local.get $x0) (local.get $stride)))
        (local.set $x2 (i32.add (local.get $x1) (local.get $stride)))
        (local.set $x3 (i32.add (local.get $x2) (local.get $stride)))
        (local.set $end (i32.add (local.get $at) (local.get $depth)))
        (local.set $s0 (v128.const i32x4 0 0 0 0))
        (local.set $s1 (v128.const i32x4 0 0 0 0))
        (local.set $s2 (v128.const i32x4 0 0 0 0))
        (local.set $s3 (v128.const i32x4 0 0 0 0))
        (loop $inner
          (local.set $high (v128.load (local.get $at)))
          (local.set $low (i16x8.extend_low_i8x16_s (local.get $high)))
          (local.set $high (i16x8.extend_high_i8x16_s (local.get $high)))
          (local.set $s0 (i32x4.add (local.get $s0) (i32x4.add
            (i32x4.dot_i16x8_s (v128.load (local.get $x0)) (local.get $low))
            (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $x0)) (local.get $high)))))
          (local.set $s1 (i32x4.add (local.get $s1) (i32x4.add
            (i32x4.dot_i16x8_s (v128.load (local.get $x1)) (local.get $low))
            (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $x1)) (local.get $high)))))
          (local.set $s2 (i32x4.add (local.get $s2) (i32x4.add
            (i32x4.dot_i16x8_s (v128.load (local.get $x2)) (local.get $low))
            (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $x2)) (local.get $high)))))
          (local.set $s3 (i32x4.add (local.get $s3) (i32x4.add
            (i32x4.dot_i16x8_s (v128.load (local.get $x3)) (local.get $low))
            (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $x3)) (local.get $high)))))
          (local.set $x0 (i32.add (local.get $x0) (i32.const 32)))
          (local.set $x1 (i32.add (local.get $x1) (i32.const 32)))
          (local.set $x2 (i32.add (local.get $x2) (i32.const 32)))
          (local.set $x3 (i32.add (local.get $x3) (i32.const 32)))
          (local.set $at (i32.add (local.get $at) (i32.const 16)))
          (br_if $inner (i32.lt_u (local.get $at) (local.get $end))))
        (local.set $out (i32.add (local.get $y)
          (i32.shl (i32.add (i32.mul (local.get $row) (local.get $columns)) (local.get $column)) (i32.const 2))))
        (i32.store (local.get $out) (call $lanes (local.get $s0)))
        (local.set $out (i32.add (local.get $out) (i32.shl (local.get $columns) (i32.const 2))))
        (i32.store (local.get $out) (call $lanes (local.get $s1)))
        (local.set $out (i32.add (local.get $out) (i32.shl (local.get $columns) (i32.const 2))))
        (i32.store (local.get $out) (call $lanes (local.get $s2)))
        (local.set $out (i32.add (local.get $out) (i32.shl (local.get $columns) (i32.const 2))))
        (i32.store (local.get $out) (call $lanes (local.get $s3)))
        (local.set $column (i32.add (local.get $column) (i32.const 1)))
        (br $eachColumn)))
      (local.set $row (i32.add (local.get $row) (i32.const 4)))
      (br $rows4))))
  (func $lanes (param $v v128) (result i32)
    (i32.add
      (i32.add (i32x4.extract_lane 0 (local.get $v)) (i32x4.extract_lane 1 (local.get $v)))
      (i32.add (i32x4.extract_lane 2 (local.get $v)) (i32x4.extract_lane 3 (local.get $v))))))
