// Swagger UI speaks English only. This puts Vietnamese in place of its own words, whenever it draws them.
(() => {
  "use strict";

  document.documentElement.lang = "vi";

  const notOurs = "textarea, pre, code, .markdown, .opblock-tag, .opblock-summary-description";

  const words = {
    // The buttons keep their English names too: instructions for Swagger UI all over the world name them.
    "Try it out": "Lập văn bản (Try it out)",
    "Cancel": "Thôi (Cancel)",
    "Execute": "Thực hiện (Execute)",
    "Clear": "Xóa kết quả",
    "Reset": "Lấy lại mẫu",
    "Download file": "Tải tệp về (Download file)",
    "Download": "Tải về",
    "Parameters": "Tham số",
    "No parameters": "Không có tham số",
    "Name": "Tên",
    "Description": "Ý nghĩa",
    "Request body": "Dữ liệu gửi đi",
    "required": "bắt buộc",
    "Examples:": "Chọn dữ liệu mẫu:",
    "Example Value": "Ví dụ",
    "Edit Value": "Sửa dữ liệu",
    "Schema": "Giải thích từng trường",
    "[Modified value]": "[Dữ liệu đã sửa]",
    "Responses": "Kết quả",
    "Server response": "Trả lời của máy chủ",
    "Request URL": "Địa chỉ đã gửi",
    "Curl": "Lệnh curl tương đương",
    "Code": "Mã",
    "Details": "Nội dung",
    "Response body": "Nội dung trả lời",
    "Response headers": "Thông tin kèm theo",
    "Error: Not Found": "Không tìm thấy",
    "Error: Conflict": "Chưa làm được lúc này",
    "Error: Unsupported Media Type": "Kiểu dữ liệu không nhận được",
    "Error: Insufficient Storage": "Hết chỗ lưu trữ",
    "Error: Bad Request": "Yêu cầu không đọc được",
    "Error: Unprocessable Entity": "Dữ liệu chưa hợp lệ",
    "Error: Payload Too Large": "Dữ liệu quá lớn",
    "Error: Internal Server Error": "Lỗi của chương trình",
    "Error: Service Unavailable": "Máy chủ đang bận",
    "Undocumented": "Không có trong tài liệu",
    "Send empty value": "Gửi giá trị rỗng",
    "Available values": "Giá trị có thể chọn",
    "Loading...": "Đang tải…",
    "LOADING": "ĐANG LÀM",
    "Failed to load API definition.": "Không tải được danh sách mẫu.",
  };

  // One button, drawn as three texts.
  const addItem = { "Add": "Thêm tệp", "string": "", "item": "" };

  const translate = text => {
    const english = text.nodeValue.trim();
    const own = english === "Responses" && text.parentElement?.closest(".responses-inner")
      ? "Các kết quả có thể có"
      : text.parentElement?.closest(".json-schema-form-item-add") ? addItem[english] : words[english];
    if (own !== undefined && !text.parentElement?.closest(notOurs))
      text.nodeValue = own;
  };

  const translateBelow = node => {
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text = node.nodeType === Node.TEXT_NODE ? node : texts.nextNode(); text; text = texts.nextNode())
      translate(text);
  };

  new MutationObserver(changes => {
    for (const change of changes) {
      if (change.type === "characterData")
        translate(change.target);
      else
        change.addedNodes.forEach(translateBelow);
    }
  }).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
})();
