namespace KiemDiem.Docs.Tests.Forms;

/// <summary>
/// The words of the two sheets of Mẫu 3-213 (Quy định số 213-QĐ/TW, 02/01/2020), from the annex of a provincial plan
/// of 2022. Instead of the source's hyphens below the names of bodies there is the "*" of 36-HD/VPTW (docs/adr/0010).
/// A line that is indented goes on with the line before it.
/// </summary>
internal static class OfficialWording213
{
    public const string PhieuXinYKien = """
        Mẫu 3-213
        ĐẢNG BỘ…
        ĐẢNG ỦY (CHI ỦY)…
        *
        ĐẢNG CỘNG SẢN VIỆT NAM
        …, ngày…tháng…năm…
        PHIẾU XIN Ý KIẾN
        Chi ủy nơi cư trú
        Kính gửi:…
        Thực hiện Quy định số 213-QĐ/TW, ngày 02 tháng 01 năm 2020 của Bộ Chính trị về trách nhiệm của đảng viên
          đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú.
        Đảng ủy/chi bộ…trân trọng đề nghị Chi ủy nhận xét về đảng viên…tại nơi cư trú (theo mẫu gửi kèm).
        T/M ĐẢNG ỦY (CHI ỦY)
        (Ký, đóng dấu, ghi rõ họ và tên)
        """;

    public const string PhieuNhanXet = """
        Mẫu 3-213
        ĐẢNG ỦY XÃ, PHƯỜNG, THỊ TRẤN
        CHI BỘ…
        *
        ĐẢNG CỘNG SẢN VIỆT NAM
        …, ngày…tháng…năm…
        PHIẾU NHẬN XÉT
        đảng viên đang công tác thường xuyên giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú
        Chi ủy sau khi họp với ban công tác mặt trận thôn, bản, khu dân cư, tổ dân phố thống nhất nhận xét về đảng
          viên…như sau:
        1. Nêu gương về phẩm chất chính trị, đạo đức, lối sống và phát huy vai trò tiền phong, gương mẫu của người
          cán bộ, đảng viên trước nhân dân nơi cư trú.
        Nêu gương tốt □ Nêu gương □ Chưa nêu gương □
        2. Gương mẫu thực hiện nghĩa vụ công dân; tuyên truyền, vận động gia đình và nhân dân trên địa bàn dân cư
          thực hiện các chủ trương, đường lối của Đảng, chính sách, pháp luật của Nhà nước và các quy định của địa
          phương nơi cư trú. Tham gia và vận động gia đình tham gia các cuộc vận động, các phong trào thi đua do địa
          phương phát động.
        Gương mẫu đi đầu □ Gương mẫu □ Chưa gương mẫu □
        3. Tham gia đầy đủ, nghiêm túc các cuộc họp định kỳ và tích cực tham gia các cuộc họp khác do cấp ủy nơi
          cư trú triệu tập; tham gia các cuộc họp của nhân dân nơi cư trú.
        Tham gia đầy đủ □ Tham gia chưa đầy đủ □ Không tham gia □
        4. Thường xuyên giữ mối liên hệ với chi ủy, trưởng thôn, bản, tổ trưởng tổ dân phố, ban công tác mặt trận
          nơi cư trú để nắm bắt tình hình nhân dân; phản ánh những ý kiến của nhân dân tới cơ quan có thẩm quyền.
          Tích cực tham gia góp ý kiến với chi ủy, chi bộ, đảng ủy cơ sở nơi cư trú về các công việc chung của địa
          phương, nhất là những vấn đề bức xúc ở thôn, bản, tổ dân phố.
        Thường xuyên, tích cực □ Thường xuyên □ Chưa thường xuyên □
        5. Tuyên truyền, vận động nhân dân tham gia góp ý xây dựng Đảng, xây dựng chính quyền ở cơ sở; giám sát
          cán bộ, đảng viên trong việc tu dưỡng, rèn luyện đạo đức, lối sống và thực hiện trách nhiệm nêu gương. Vận
          động gia đình và nhân dân xây dựng mối quan hệ gắn bó đoàn kết, xây dựng đời sống văn hóa ở khu dân cư.
        Rất tích cực □ Tích cực □ Chưa tích cực □
        6. Đề nghị cấp ủy cơ sở nơi đảng viên công tác biểu dương hoặc xem xét xử lý theo quy định đối với đảng
          viên chưa thực hiện tốt.
        Biểu dương □ Không đề nghị □ Xem xét xử lý □
        7. Nhận xét khác
        XÁC NHẬN CỦA ĐẢNG ỦY XÃ, PHƯỜNG, THỊ TRẤN
        (Ký tên, đóng dấu, ghi rõ họ và tên)
        T/M CHI BỘ
        (Ký, ghi rõ họ và tên)
        """;
}
