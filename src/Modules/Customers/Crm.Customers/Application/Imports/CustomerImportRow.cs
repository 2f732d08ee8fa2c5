using Crm.BuildingBlocks.Hosting.Imports;
using Crm.Customers.Domain;

namespace Crm.Customers.Application.Imports;

/// <summary>A customer in a file, with one contact, one address and one number of each kind; more contacts in a second file. What is empty says nothing.</summary>
internal sealed record CustomerImportRow(
    [ImportField("Name", "名称", Synonyms = "company|company name|account|account name|customer|customer name|full name|organisation|organization|firma|firmenname|kunde|kundenname|name1|nom|société|empresa|nombre|公司|公司名称|客户|客户名称|企业名称|姓名", IsPersonal = true)]
    string Name,
    [ImportField("The company's own customer number; left out, the system gives one", "客户编号；为空则由系统生成", MaxLength = 40, Synonyms = "customer code|customer number|customer no|account number|account no|number|no|kundennummer|kdnr|debitor|debitorennummer|客户编号|客户代码|编号")]
    string? Code = null,
    [ImportField("Organisation or person; an organisation when a new one does not say", "企业或个人；新客户未注明时为企业", Synonyms = "customer type|account type|type|typ|kundenart|客户类型|类型")]
    CustomerKind? Kind = null,
    [ImportField("Short name", "简称", Synonyms = "nickname|alias|abbreviation|kurzname|suchbegriff|matchcode|客户简称", IsPersonal = true)]
    string? ShortName = null,
    [ImportField("Tax number", "税号", Synonyms = "tax number|tax no|vat|vat id|vat number|vat reg no|ustid|ust-idnr|umsatzsteuer-id|steuernummer|siret|nif|uscc|纳税人识别号|统一社会信用代码|社会信用代码", IsPersonal = true)]
    string? TaxId = null,
    [ImportField("Industry", "行业", Synonyms = "sector|branch|business|branche|industrie|secteur|所属行业")]
    string? Industry = null,
    [ImportField("Name in the register", "注册名称", Synonyms = "registered name|official name|handelsregistername|raison sociale|法定名称|注册公司名", IsPersonal = true)]
    string? LegalName = null,
    [ImportField("Size", "规模", Synonyms = "company size|unternehmensgröße|企业规模|公司规模")]
    CompanySize? Size = null,
    [ImportField("Where the customer comes from", "来源", Synonyms = "lead source|account source|origin|herkunft|quelle|客户来源|线索来源")]
    string? Source = null,
    [ImportField("Channel", "渠道", Synonyms = "sales channel|vertriebsweg|vertriebskanal|kanal|销售渠道")]
    string? Channel = null,
    [ImportField("Lifecycle; a prospect when a new one does not say", "生命周期；新客户未注明时为潜在客户", Synonyms = "status|stage|lifecycle stage|customer status|kundenstatus|phase|客户状态|状态|阶段")]
    Lifecycle? Lifecycle = null,
    [ImportField("Notes", "备注", MaxLength = CustomerLimits.Note, Synonyms = "note|description|comment|comments|remarks|bemerkung|bemerkungen|notiz|notizen|beschreibung|说明|描述|注释", IsPersonal = true)]
    string? Notes = null,
    [ImportField("Person to talk to", "联系人", Synonyms = "contact|contact person|primary contact|ansprechpartner|kontakt|kontaktperson|interlocuteur|联系人姓名", Content = ImportContent.PersonName)]
    string? ContactName = null,
    [ImportField("Title of that person", "联系人职务", Synonyms = "title|job title|position|function|funktion|berufsbezeichnung|职务|职位|头衔")]
    string? ContactTitle = null,
    [ImportField("Street and number of the main address", "主要地址：街道", Synonyms = "address|address line 1|street address|billing street|billing address|mailing street|address 1 street 1|straße|strasse|straße und hausnummer|adresse|rue|dirección|地址|详细地址|街道|街道地址", IsPersonal = true)]
    string? Street = null,
    [ImportField("City", "城市", Synonyms = "town|billing city|mailing city|address 1 city|ort|stadt|ville|ciudad|所在城市|市")]
    string? City = null,
    [ImportField("State or province", "省/州", Synonyms = "state|province|state province|county|billing state|mailing state|address 1 state province|bundesland|kanton|land region|省|省份|州|所在省份")]
    string? Region = null,
    [ImportField("Postal code", "邮编", MaxLength = 40, Synonyms = "zip|zip code|postcode|postal|zip postal code|billing code|billing postal code|billing zip|mailing zip|mailing postal code|address 1 zip postal code|plz|postleitzahl|code postal|código postal|邮政编码", Content = ImportContent.PostalCode)]
    string? PostalCode = null,
    [ImportField("Country", "国家", Synonyms = "nation|country code|country region|billing country|mailing country|address 1 country region|land|staat|länderkennzeichen|pays|país|国家地区|国别", Content = ImportContent.Country)]
    string? Country = null,
    [ImportField("Phone", "电话", Synonyms = "phone number|telephone|tel|main phone|business phone|office phone|work phone|telefon|telefonnummer|rufnummer|téléphone|teléfono|电话号码|固定电话|座机|办公电话", Content = ImportContent.Phone)]
    string? Phone = null,
    [ImportField("Mobile phone", "手机", Synonyms = "mobile|mobile number|cell|cell phone|handy|handynummer|mobiltelefon|mobilnummer|móvil|手机号|手机号码|移动电话", Content = ImportContent.Phone)]
    string? Mobile = null,
    [ImportField("Fax", "传真", Synonyms = "fax number|telefax|faxnummer|传真号码", Content = ImportContent.Phone)]
    string? Fax = null,
    [ImportField("E-mail", "电子邮件", Synonyms = "e-mail|mail|email address|e-mail address|emailadresse|e-mail-adresse|correo|courriel|邮箱|电子邮箱|邮件地址", Content = ImportContent.Email)]
    string? Email = null,
    [ImportField("Date of birth", "出生日期", Synonyms = "birthdate|birthday|date of birth|born|geburtsdatum|geburtstag|date de naissance|生日", Content = ImportContent.Date, IsPersonal = true)]
    DateOnly? BornOn = null,
    [ImportField("Sex", "性别", Synonyms = "gender|geschlecht|sexe|sexo")]
    Sex? Sex = null,
    [ImportField("Needs", "需求", MaxLength = CustomerLimits.Note, Synonyms = "need|requirements|bedarf|客户需求", IsPersonal = true)]
    string? Needs = null,
    [ImportField("How the customer wants to be treated", "偏好", MaxLength = CustomerLimits.Note, Synonyms = "preferences|vorlieben|客户偏好", IsPersonal = true)]
    string? Preferences = null,
    [ImportField("Tags, separated by semicolons", "标签（以分号分隔）", MaxLength = CustomerLimits.Note, Synonyms = "tag|labels|keywords|schlagworte|stichworte|标签")]
    string? Tags = null,
    [ImportField("More persons to talk to, in a second file", "更多联系人（第二个文件）")]
    IReadOnlyList<CustomerImportContact>? Contacts = null)
{
    /// <summary>Numbers and addresses that are said, kind by kind.</summary>
    public IEnumerable<(ContactPointKind Kind, string Value)> Numbers() => new (ContactPointKind Kind, string? Value)[]
    {
        (ContactPointKind.Phone, Phone), (ContactPointKind.Mobile, Mobile), (ContactPointKind.Fax, Fax), (ContactPointKind.Email, Email),
    }.Where(n => n.Value is not null).Select(n => (n.Kind, n.Value!));
}

/// <summary>A person to talk to, of the second file.</summary>
internal sealed record CustomerImportContact(
    [ImportField("Name", "姓名")] string Name,
    [ImportField("What the person does there", "职务")] string? Title = null,
    [ImportField("Where in the organisation", "部门")] string? Department = null,
    [ImportField("Phone", "电话")] string? Phone = null,
    [ImportField("Mobile phone", "手机")] string? Mobile = null,
    [ImportField("E-mail", "电子邮件")] string? Email = null);
