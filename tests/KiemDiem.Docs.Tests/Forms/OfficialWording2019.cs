namespace KiemDiem.Docs.Tests.Forms;

/// <summary>
/// The words of the forms of Hướng dẫn số 21-HD/BTCTW (18/10/2019), from the annex of a provincial plan of 2022.
/// "…" is a row of dots; it stands without spaces around it, and rows to write long text on are left out.
/// A line that is indented goes on with the line before it.
/// </summary>
internal static class OfficialWording2019
{
    public const string BaoCaoKiemDiemTapThe = """
        Mẫu 01
        ĐẢNG BỘ…
        …
        *
        ĐẢNG CỘNG SẢN VIỆT NAM
        …, ngày…tháng…năm…
        BÁO CÁO KIỂM ĐIỂM TẬP THỂ
        Năm…
        Căn cứ kết quả lãnh đạo, chỉ đạo thực hiện nhiệm vụ chính trị tại địa phương (cơ quan, đơn vị); tập
          thể…kiểm điểm với các nội dung chủ yếu sau:
        I. Ưu điểm, kết quả đạt được:
        1. Việc quán triệt, tổ chức thực hiện các chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà
          nước, nghị quyết, chỉ thị, quyết định, kết luận của cấp trên; xây dựng và tổ chức thực hiện các chương
          trình, kế hoạch công tác của tập thể.
        Tự đánh giá về cấp độ thực hiện:
        □ Xuất sắc □ Tốt □ Trung bình □ Kém
        2. Công tác lãnh đạo, chỉ đạo các mặt công tác của địa phương, cơ quan, đơn vị trong năm; kết quả thực
          hiện các chỉ tiêu, nhiệm vụ được cấp có thẩm quyền giao, phê duyệt trong năm.
        Tự đánh giá về cấp độ thực hiện:
        □ Xuất sắc □ Tốt □ Trung bình □ Kém
        3. Việc thực hiện nguyên tắc tập trung dân chủ và các quy định, quy chế làm việc.
        Tự đánh giá về cấp độ thực hiện:
        □ Xuất sắc □ Tốt □ Trung bình □ Kém
        4. Việc đấu tranh ngăn chặn, đẩy lùi những biểu hiện suy thoái về tư tưởng chính trị, đạo đức, lối sống,
          "tự diễn biến", "tự chuyển hóa" trong nội bộ gắn với đẩy mạnh học tập và làm theo tư tưởng, đạo đức, phong
          cách Hồ Chí Minh và công tác đấu tranh phòng, chống tham nhũng, lãng phí.
        Tự đánh giá về cấp độ thực hiện:
        □ Xuất sắc □ Tốt □ Trung bình □ Kém
        5. Kết quả lãnh đạo, chỉ đạo, thực hiện công tác kiểm tra, giám sát, kỷ luật đảng và thi đua, khen thưởng.
        Tự đánh giá về cấp độ thực hiện:
        □ Xuất sắc □ Tốt □ Trung bình □ Kém
        II. Hạn chế, khuyết điểm và nguyên nhân
        - Hạn chế, khuyết điểm (theo 5 nội dung nêu trên).
        - Nguyên nhân của hạn chế, khuyết điểm.
        III. Kết quả khắc phục những hạn chế, khuyết điểm đã được cấp có thẩm quyền kết luận hoặc được chỉ ra ở
          các kỳ kiểm điểm trước:
        Kiểm điểm rõ từng hạn chế, khuyết điểm (đã được khắc phục; đang khắc phục, mức độ khắc phục; chưa được
          khắc phục); những khó khăn, vướng mắc (nếu có); trách nhiệm của tập thể, cá nhân có liên quan.
        Tự đánh giá về cấp độ thực hiện:
        □ Xuất sắc □ Tốt □ Trung bình □ Kém
        IV. Giải trình những vấn đề được gợi ý kiểm điểm (nếu có)
        Giải trình từng vấn đề được gợi ý kiểm điểm, nêu nguyên nhân, xác định trách nhiệm của tập thể, cá nhân
          đối với từng vấn đề được gợi ý kiểm điểm.
        V. Trách nhiệm của tập thể, cá nhân:
        Về những hạn chế, khuyết điểm trong thực hiện nhiệm vụ chính trị; nguyên tắc tập trung dân chủ; các quy
          định, quy chế làm việc; công tác tổ chức, cán bộ; quản lý đảng viên; đổi mới phương thức lãnh đạo; các
          biện pháp đấu tranh phòng, chống tham nhũng, lãng phí; kết quả xử lý sai phạm đối với tập thể, cá nhân…
        VI. Phương hướng, biện pháp khắc phục hạn chế, khuyết điểm:
        VII. Đề nghị xếp loại mức chất lượng:
        □ Hoàn thành xuất sắc nhiệm vụ
        □ Hoàn thành tốt nhiệm vụ
        □ Hoàn thành nhiệm vụ
        □ Không hoàn thành nhiệm vụ
        T/M TẬP THỂ LÃNH ĐẠO, QUẢN LÝ
        (Ký, ghi rõ họ tên và đóng dấu)
        """;

    public const string BanKiemDiemCaNhan = """
        Mẫu 02
        ĐẢNG BỘ…
        Chi bộ:…
        ĐẢNG CỘNG SẢN VIỆT NAM
        …, ngày…tháng…năm…
        BẢN KIỂM ĐIỂM CÁ NHÂN
        Năm…
        Họ và tên:…Ngày sinh:…
        Chức vụ Đảng:…
        Chức vụ chính quyền:…
        Chức vụ đoàn thể:…
        Đơn vị công tác:…
        Chi bộ…
        I. Ưu điểm, kết quả đạt được
        1. Về tư tưởng chính trị; phẩm chất đạo đức, lối sống; ý thức tổ chức kỷ luật; tác phong, lề lối làm việc:
        - Về tư tưởng chính trị.
        - Về phẩm chất đạo đức, lối sống.
        - Về ý thức tổ chức kỷ luật.
        - Về tác phong, lề lối làm việc.
        - Việc đấu tranh phòng, chống các biểu hiện suy thoái về tư tưởng chính trị, đạo đức, lối sống, “tự diễn
          biến”, “tự chuyển hóa” của cá nhân. (Đối chiếu với 27 biểu hiện, cá nhân tự nhận diện).
        Tự đánh giá về cấp độ thực hiện:
        □ Xuất sắc □ Tốt □ Trung bình □ Kém
        2. Về thực hiện chức trách, nhiệm vụ được giao:
        - Việc thực hiện chức trách, quyền hạn theo quy định (đảng, chính quyền, đoàn thể).
        - Kết quả thực hiện các chỉ tiêu, nhiệm vụ được giao trong năm.
        - Trách nhiệm cá nhân liên quan đến kết quả, hạn chế, khuyết điểm ở lĩnh vực, địa phương, tổ chức, cơ
          quan, đơn vị do mình phụ trách.
        Tự đánh giá về cấp độ thực hiện:
        □ Xuất sắc □ Tốt □ Trung bình □ Kém
        3. Việc thực hiện cam kết tu dưỡng, rèn luyện, phấn đấu hằng năm.
        II. Hạn chế, khuyết điểm và nguyên nhân:
        1. Hạn chế, khuyết điểm (theo 3 nội dung nêu trên).
        2. Nguyên nhân của hạn chế, khuyết điểm.
        III. Kết quả khắc phục những hạn chế, khuyết điểm đã được cấp có thẩm quyền kết luận hoặc được chỉ ra ở
          các kỳ kiểm điểm trước.
        Kiểm điểm rõ từng hạn chế, khuyết điểm (đã được khắc phục; đang khắc phục, mức độ khắc phục; chưa được
          khắc phục); những khó khăn, vướng mắc (nếu có); trách nhiệm của cá nhân.
        Tự đánh giá về cấp độ thực hiện:
        □ Xuất sắc □ Tốt □ Trung bình □ Kém
        IV. Giải trình những vấn đề được gợi ý kiểm điểm (nếu có):
        Giải trình từng vấn đề được gợi ý kiểm điểm, nêu nguyên nhân, xác định trách nhiệm của cá nhân đối với
          từng vấn đề được gợi ý kiểm điểm.
        V. Làm rõ trách nhiệm của cá nhân đối với những hạn chế, khuyết điểm của tập thể (nếu có).
        VI. Phương hướng, biện pháp khắc phục hạn chế, khuyết điểm.
        VII. Tự nhận mức xếp loại chất lượng:
        1. Xếp loại cán bộ, công chức, viên chức:
        □ Hoàn thành xuất sắc nhiệm vụ
        □ Hoàn thành tốt nhiệm vụ
        □ Hoàn thành nhiệm vụ
        □ Không hoàn thành nhiệm vụ
        2. Xếp loại đảng viên:
        □ Hoàn thành xuất sắc nhiệm vụ
        □ Hoàn thành tốt nhiệm vụ
        □ Hoàn thành nhiệm vụ
        □ Không hoàn thành nhiệm vụ
        NGƯỜI TỰ KIỂM ĐIỂM
        (Ký, ghi rõ họ tên)
        Đánh giá, xếp loại chất lượng cán bộ, công chức, viên chức:
        - Nhận xét, đánh giá của người quản lý, sử dụng cán bộ, công chức, viên chức:…
        - Mức xếp loại chất lượng công chức, viên chức:…
        THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ
        (Xác lập thời điểm, ký, ghi rõ họ tên và đóng dấu)
        Đánh giá, xếp loại chất lượng đảng viên:
        - Nhận xét, đánh giá của chi ủy:…
        - Chi bộ đề xuất xếp loại mức chất lượng:…
        T/M CHI ỦY (CHI BỘ)
        (Xác lập thời điểm, ký, ghi rõ họ tên)
        - Đảng ủy, chi ủy cơ sở xếp loại mức chất lượng:…
        T/M ĐẢNG ỦY (CHI ỦY)
        (Xác lập thời điểm, ký, ghi rõ họ tên và đóng dấu)
        """;
}
