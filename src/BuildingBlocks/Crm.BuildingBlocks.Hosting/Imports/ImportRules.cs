namespace Crm.BuildingBlocks.Hosting.Imports;

/// <summary>What can be wrong with a file or a row of it, whatever the target.</summary>
public static class ImportRules
{
    public static readonly Rule NoHeader = new("imports.no-header",
        "The file '{0}' is empty: its first line must name the columns.", "文件“{0}”为空：首行必须是列名。");

    public static readonly Rule ColumnTwice = new("imports.column-twice",
        "The column '{0}' comes twice in '{1}'.", "列“{0}”在文件“{1}”中重复出现。");

    public static readonly Rule ColumnMissing = new("imports.column-missing",
        "'{1}' has no column '{0}', which the profile uses. Its columns are: {2}.", "文件“{1}”缺少配置所需的列“{0}”。现有列：{2}。");

    public static readonly Rule TooManyColumns = new("imports.too-many-columns",
        "The first line of '{0}' names more than {1} columns; perhaps the delimiter is another one.", "文件“{0}”的首行超过 {1} 列，分隔符可能有误。");

    public static readonly Rule QuoteOpen = new("imports.quote-open",
        "The quote opened in line {0} of '{1}' is never closed, so nothing behind it can be read. Nothing was imported.",
        "文件“{1}”第 {0} 行的引号未闭合，其后内容无法读取。未导入任何数据。");

    public static readonly Rule RecordTooLong = new("imports.record-too-long",
        "The record at line {0} of '{1}' is longer than {2} bytes; perhaps a quote is not closed. Nothing was imported.",
        "文件“{1}”第 {0} 行的记录超过 {2} 字节，可能是引号未闭合。未导入任何数据。");

    public static readonly Rule WorkbookUnreadable = new("imports.workbook-unreadable",
        "'{0}' cannot be read as a workbook: it is damaged, has a password, or is of a form before 2007. Save it as .xlsx without a password, or as CSV.",
        "“{0}”无法作为工作簿读取：文件损坏、带有密码或为 2007 年前的格式。请另存为不带密码的 .xlsx 或 CSV。");

    public static readonly Rule WorkbookTooLarge = new("imports.workbook-too-large",
        "'{0}' holds more than may be read from a workbook once it is unpacked. Save the sheet as CSV.",
        "“{0}”解压后的内容超过工作簿的读取上限。请将工作表另存为 CSV。");

    public static readonly Rule SheetMissing = new("imports.sheet-missing",
        "'{1}' has no sheet '{0}'. Its sheets are: {2}.", "“{1}”中没有工作表“{0}”。现有工作表：{2}。");

    public static readonly Rule CellError = new("imports.cell-error",
        "The cell holds an error instead of a value. Mend its formula.", "该单元格的内容为错误值，请修正其公式。");

    public static readonly Rule Malformed = new("imports.malformed",
        "The line is not valid CSV: quotes belong around a whole field, and a quote inside it is doubled.",
        "该行不是有效的 CSV：引号应包围整个字段，字段内的引号需重复两次。");

    public static readonly Rule FieldCount = new("imports.field-count",
        "The line has {0} fields, the header {1}.", "该行有 {0} 个字段，表头有 {1} 个。");

    public static readonly Rule NotText = new("imports.not-text",
        "The value has bytes that are not text in the encoding {0}. State the right encoding in the profile.",
        "该值包含编码 {0} 中无效的字节。请在配置中指定正确的编码。");

    public static readonly Rule ControlCharacter = new("imports.control-character",
        "The value has a character that no text has (code {0}).", "该值包含非文本字符（代码 {0}）。");

    public static readonly Rule NoKey = new("imports.no-key",
        "The row has nothing in {0}, by which it would be recognised.", "该行的 {0} 为空，无法识别。");

    public static readonly Rule KeyTooLong = new("imports.key-too-long",
        "The key has more than {0} characters.", "标识超过 {0} 个字符。");

    public static readonly Rule KeyTwice = new("imports.key-twice",
        "The key '{0}' was in line {1} already.", "标识“{0}”已出现在第 {1} 行。");

    public static readonly Rule Required = new("imports.required", "A value is required.", "必须填写。");

    public static readonly Rule TooLong = new("imports.too-long", "At most {0} characters.", "最多 {0} 个字符。");

    public static readonly Rule NotANumber = new("imports.not-a-number",
        "This is not a number with '{0}' before its decimals.", "不是以“{0}”为小数点的数字。");

    public static readonly Rule NotAWholeNumber = new("imports.not-a-whole-number",
        "This is not a whole number between {0} and {1}.", "不是 {0} 到 {1} 之间的整数。");

    public static readonly Rule NotADate = new("imports.not-a-date",
        "This is not a date of the form {0}.", "不是 {0} 格式的日期。");

    public static readonly Rule NotAFlag = new("imports.not-a-flag",
        "Write true or false, yes or no, 1 or 0.", "请填写 true/false、yes/no 或 1/0。");

    public static readonly Rule NotAnId = new("imports.not-an-id", "This is not a UUID.", "不是有效的 UUID。");

    public static readonly Rule NotAmong = new("imports.not-among", "Known values are: {0}.", "可用的值：{0}。");

    public static readonly Rule NotMapped = new("imports.not-mapped",
        "The profile does not say what this value means.", "配置中没有该值的映射。");

    public static readonly Rule DetailAlone = new("imports.detail-alone",
        "The first file has no row with the key '{0}'.", "主文件中没有标识为“{0}”的行。");

    public static readonly Rule TooManyDetails = new("imports.too-many-details",
        "The row has more than {0} lines in the second file.", "该行在明细文件中超过 {0} 行。");

    public static readonly Rule Invalid = new("imports.invalid", "{0}", "{0}");

    public static readonly Rule Unexpected = new("imports.unexpected",
        "The row could not be taken. If it looks right, tell your administrator the number of the operation and the line.",
        "该行无法导入。如确认无误，请将操作编号和行号告知管理员。");

    public static readonly Rule FileForgotten = new("imports.file-forgotten",
        "The file said something of a person who was erased, so it is gone. Upload one without that person.",
        "该文件含有已被删除个人信息的人员，已随之移除。请上传不含此人的文件。");

    public static readonly Rule ProblemForgotten = new("imports.problem-forgotten",
        "The row was not taken. What was wrong with it is gone with a person who was erased.", "该行未导入。其问题说明已随被删除个人信息的人员一并移除。");

    public static readonly Rule StillRunning = new("imports.still-running",
        "The import is at work. Wait until it has ended, or cancel its operation.", "导入正在进行，请等待结束或取消该操作。");

    public static readonly Rule AlreadyDone = new("imports.already-done",
        "The import is done. Upload the file again to import it again.", "导入已完成。如需再次导入，请重新上传文件。");

    public static readonly Rule SameAsEarlier = new("imports.same-as-earlier",
        "The row means the same record as line {0}, by one of: {1}.", "与第 {0} 行为同一记录（依据：{1}）。");

    public static readonly Rule Duplicate = new("imports.duplicate",
        "There is such a record already: {0} (same {1}).", "已存在相同记录：{0}（{1} 相同）。");

    public static readonly Rule DuplicateOfOthers = new("imports.duplicate-of-others",
        "There is such a record already, which you may not see (same {0}).", "已存在您无权查看的相同记录（{0} 相同）。");

    public static readonly Rule NothingToUndo = new("imports.nothing-to-undo",
        "Nothing of this import was taken in, so there is nothing to undo.", "该导入未写入任何数据，无需撤销。");

    public static readonly Rule AlreadyReverted = new("imports.already-reverted",
        "The import was undone already. Upload the file again to import it again.", "该导入已被撤销。如需再次导入，请重新上传文件。");

    public static readonly Rule NotRevertible = new("imports.not-revertible",
        "Imports of {0} cannot be undone.", "{0} 的导入无法撤销。");

    public static readonly Rule UndoMissing = new("imports.undo-missing",
        "The record is gone for good, or you may not see it.", "该记录已被永久移除，或您无权查看。");

    public static readonly Rule UndoChanged = new("imports.undo-changed",
        "The record was made by the import and changed since, so it stays.", "该记录由导入创建，此后已被修改，因此保留。");

    public static readonly Rule UndoInUse = new("imports.undo-in-use",
        "The record was made by the import and is in use since, so it stays.", "该记录由导入创建，此后已被使用，因此保留。");

    public static readonly Rule UndoFieldsChanged = new("imports.undo-fields-changed",
        "Others have changed these fields since, so they stay.", "这些字段此后已被他人修改，因此保留。");
}
